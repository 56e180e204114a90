#include "postgres.h"
#include "fmgr.h"
#include "utils/builtins.h"

PG_MODULE_MAGIC;

static const char *const days[] = {"Monday", "Tuesday", "Wednesday", "Thursday",
                                   "Friday", "Saturday", "Sunday"};

PG_FUNCTION_INFO_V1(day);

Datum
day(PG_FUNCTION_ARGS)
{
    int32 n = PG_GETARG_INT32(0);

    PG_RETURN_TEXT_P(cstring_to_text(days[n]));
}
