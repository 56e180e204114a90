#include "postgres.h"
#include "fmgr.h"

/* What the headers of a fork say, which has changed what libraries see of it. */
#undef FMGR_ABI_EXTRA
#define FMGR_ABI_EXTRA "OtherSQL"

PG_MODULE_MAGIC;
