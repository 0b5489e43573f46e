import { bool } from './bool.js';
import { bytea } from './bytea.js';
import { date } from './date.js';
import { float4, float8 } from './float.js';
import { int2, int4, int8 } from './integer.js';
import { interval } from './interval.js';
import { json } from './json.js';
import { jsonb } from './jsonb.js';
import { numeric } from './numeric.js';
import { bpchar, text, varchar } from './text.js';
import { time } from './time.js';
import { timestamp, timestamptz } from './timestamp.js';
import { uuid } from './uuid.js';
/** The codec of each logical type. */
export const codecs = {
    bool,
    bytea,
    int8,
    int2,
    int4,
    text,
    json,
    float4,
    float8,
    bpchar,
    varchar,
    date,
    time,
    timestamp,
    timestamptz,
    interval,
    numeric,
    uuid,
    jsonb,
};
//# sourceMappingURL=codecs.js.map