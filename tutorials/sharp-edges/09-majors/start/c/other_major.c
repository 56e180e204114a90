#include "postgres.h"
#include "fmgr.h"

/* What the headers of Postgres 14 would have said. */
#undef PG_VERSION_NUM
#define PG_VERSION_NUM 140000

PG_MODULE_MAGIC;
