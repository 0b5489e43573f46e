import assert from 'node:assert/strict'
import type pg from 'pg'
import { PgsealError } from '../../src/errors.ts'
import { codecs } from '../../src/types/codecs.ts'
import type { LogicalType, LogicalTypeName } from '../../src/types/logical-type.ts'
import { defaultValueSettings, type ValueSettings } from '../../src/types/value-settings.ts'

// Asks the server what a text becomes in a type, and compares with what the codec makes of it.

export type Answer = { readonly state: string } | { readonly text: string; readonly stored: string }

/** Name of the type as the server reads it, length and scale included. */
export function typeSql(type: LogicalType): string {
  if (type.typmod < 0) return type.name
  if (/^(time|timestamp|timestamptz|interval)$/.test(type.name)) return `${type.name}(${type.typmod & 0xffff})`
  const packed = type.typmod - 4
  if (type.name === 'numeric') return `numeric(${packed >> 16}, ${((packed & 0x7ff) ^ 1024) - 1024})`
  return `${type.name}(${packed})`
}

/** Names of the input function, with whether it takes a type modifier, and of the send function. */
export const functions: Readonly<
  Record<LogicalTypeName, readonly [input: string, takesTypmod: boolean, send: string]>
> = {
  bool: ['boolin', false, 'boolsend'],
  bytea: ['byteain', false, 'byteasend'],
  int8: ['int8in', false, 'int8send'],
  int2: ['int2in', false, 'int2send'],
  int4: ['int4in', false, 'int4send'],
  text: ['textin', false, 'textsend'],
  json: ['json_in', false, 'json_send'],
  float4: ['float4in', false, 'float4send'],
  float8: ['float8in', false, 'float8send'],
  bpchar: ['bpcharin', true, 'bpcharsend'],
  varchar: ['varcharin', true, 'varcharsend'],
  date: ['date_in', false, 'date_send'],
  time: ['time_in', true, 'time_send'],
  timestamp: ['timestamp_in', true, 'timestamp_send'],
  timestamptz: ['timestamptz_in', true, 'timestamptz_send'],
  interval: ['interval_in', true, 'interval_send'],
  numeric: ['numeric_in', true, 'numeric_send'],
  uuid: ['uuid_in', false, 'uuid_send'],
  jsonb: ['jsonb_in', false, 'jsonb_send'],
  inet: ['inet_in', false, 'inet_send'],
  cidr: ['cidr_in', false, 'cidr_send'],
}

/**
 * Makes the function that `askServer` uses: hands each text to the type's input function with the type modifier, and gives
 * output and binary send, or the SQLSTATE.
 */
export async function installReader(client: pg.Client): Promise<void> {
  await client.query(`
    create function pg_temp.read_all(inputs text[], call text, send text)
      returns table (place bigint, output text, stored text, state text) language plpgsql as $$
    declare input text;
    begin
      place := 0;
      foreach input in array inputs loop
        place := place + 1;
        begin
          execute format('select case when pg_typeof(v) in (''inet''::regtype, ''cidr''::regtype) then format(''%%s'', v) else v::text end, encode(%s(v), ''hex'') from (select ' || call || ' as v) s', send, input)
            into output, stored;
          state := null;
        exception when others then
          output := null; stored := null; state := sqlstate;
        end;
        return next;
      end loop;
    end $$`)
}

/** `output` is the value cast to text, which is the output function's text for all types but bool and char(n); of addresses that text itself. */
export async function askServer(client: pg.Client, type: LogicalType, inputs: readonly string[]): Promise<Answer[]> {
  const [input, takesTypmod, send] = functions[type.name]
  const call = takesTypmod ? `${input}(%L, 0, ${type.typmod})` : `${input}(%L)`
  const { rows } = await client.query({
    text: 'select output, stored, state from pg_temp.read_all($1, $2, $3) order by place',
    values: [inputs, call, send],
  })
  return rows.map((row) => (row.state === null ? { text: row.output, stored: row.stored } : { state: row.state }))
}

export function askCodec(type: LogicalType, input: string, settings: ValueSettings = defaultValueSettings): Answer {
  const codec = codecs[type.name]
  try {
    const stored = codec.fromText(Buffer.from(input), type.typmod, settings)
    return { text: codec.toText(stored, settings).toString(), stored: stored.toString('hex') }
  } catch (error) {
    if (error instanceof PgsealError) return { state: error.sqlstate }
    throw error
  }
}

/** What `v::text` gives where that is not the output function. */
function asCast(type: LogicalType, answer: Answer): Answer {
  if ('state' in answer) return answer
  if (type.name === 'bool') return { ...answer, text: answer.text === 't' ? 'true' : 'false' }
  if (type.name === 'bpchar') return { ...answer, text: answer.text.replace(/ +$/, '') }
  return answer
}

/** Settings for the client's session. */
export async function applySettings(client: pg.Client, settings: ValueSettings): Promise<void> {
  await client.query(
    `select set_config('datestyle', $1, false), set_config('intervalstyle', $2, false),
       set_config('timezone', $3, false), set_config('bytea_output', $4, false),
       set_config('extra_float_digits', $5, false)`,
    [
      settings.dateStyle,
      settings.intervalStyle,
      settings.timeZone,
      settings.byteaOutput,
      String(settings.extraFloatDigits),
    ],
  )
}

/** Fails on the first input for which codec and server disagree; `mayRefuse` inputs may be refused by the codec alone. */
export async function compareReading(
  client: pg.Client,
  type: LogicalType,
  inputs: readonly string[],
  settings: ValueSettings = defaultValueSettings,
  mayRefuse: (input: string, codecState: string, server: Answer) => boolean = () => false,
): Promise<void> {
  const answers = await askServer(client, type, inputs)
  inputs.forEach((input, index) => {
    const server = answers[index]!
    const codec = asCast(type, askCodec(type, input, settings))
    if ('state' in codec && mayRefuse(input, codec.state, server)) return
    assert.deepEqual(codec, server, `${typeSql(type)} of ${JSON.stringify(input)} under ${JSON.stringify(settings)}`)
  })
}
