import { z } from 'zod'
import { alertsSchema, auditSchema } from './audit-map.ts'

// The shape of the map as it is written. What one key means for another is checked in check-map.ts. Descriptions are
// what an editor shows, by way of config/pgseal.schema.json.

const dataKeys = z
  .enum(['per-row', 'branch'])
  .default('per-row')
  .describe(
    'per-row: a key service call for each row. branch: a call for each branch key, data keys are wrapped locally.',
  )
const context = z
  .record(z.string(), z.string())
  .default({})
  .describe('Pairs that go into the encryption context of every call.')
const cache = z
  .strictObject({
    maxAge: z.string().default('5m').describe('A duration such as 30s, 5m, 1h.'),
    maxUses: z
      .int()
      .min(1)
      .max(2 ** 28)
      .default(2 ** 28)
      .describe('Data keys that one branch key may wrap.'),
    maxBytes: z
      .int()
      .min(1)
      .default(2 ** 36)
      .describe('Bytes of values that may be sealed below one branch key.'),
  })
  .describe('Bounds of a branch key (dataKeys: branch).')

const tenants = z
  .strictObject({
    column: z.string().describe('The plain column that names the tenant, in every table with a column under this key.'),
    keys: z
      .record(z.string(), z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]))
      .default({})
      .describe('Tenant: its KMS key, or a list of the present one and those that may still open what they sealed.'),
    alias: z
      .string()
      .min(1)
      .optional()
      .describe('Alias with {tenant} in it, such as alias/pgseal-{tenant}, for tenants that keys does not name.'),
  })
  .describe('A KMS key for each tenant, so that pgseal shred can take a tenant away for good.')

export const namedKeySchemas = {
  aws: z.strictObject({
    kms: z.literal('aws'),
    keyId: z.string().min(1).describe('ARN, id or alias of the KMS key.'),
    previousKeyIds: z.array(z.string().min(1)).default([]).describe('Keys that may still open what they sealed.'),
    indexKeyId: z.string().min(1).optional().describe('An HMAC key of the KMS, for equality terms.'),
    region: z.string().min(1).optional(),
    endpoint: z.string().min(1).optional().describe('URL of the key service, where it is not the default one.'),
    dataKeys,
    context,
    cache: cache.optional(),
    tenants: tenants.optional(),
  }),
  transit: z.strictObject({
    kms: z.literal('transit'),
    address: z.string().min(1).describe('https URL of HashiCorp Vault or OpenBao; http on loopback alone.'),
    mount: z.string().min(1).default('transit').describe('Path of the transit engine.'),
    namespace: z.string().min(1).optional(),
    token: z.string().min(1).optional().describe('The token, as ${NAME}.'),
    tokenFile: z.string().min(1).optional().describe('A file that holds the token; read again when it changes.'),
    caFile: z.string().min(1).optional().describe('Certificates, in PEM, that may sign that of the service.'),
    keyId: z.string().min(1).describe('Name of a derived key of the engine.'),
    previousKeyIds: z.array(z.string().min(1)).default([]).describe('Keys that may still open what they sealed.'),
    indexKeyId: z.string().min(1).optional().describe('Name of a key for hmac, for equality terms.'),
    dataKeys,
    context,
    cache: cache.optional(),
  }),
  local: z.strictObject({
    kms: z.literal('local'),
    keyFile: z.string().min(1).describe('Made by `pgseal keygen`; relative to the map. Readable by its owner alone.'),
    dataKeys,
    context,
    cache: cache.optional(),
  }),
  'insecure-test-key': z.strictObject({ kms: z.literal('insecure-test-key') }),
} as const

const namedKey = z.discriminatedUnion('kms', [
  namedKeySchemas.aws,
  namedKeySchemas.transit,
  namedKeySchemas.local,
  namedKeySchemas['insecure-test-key'],
])

export const columnSchema = z.strictObject({
  type: z.string().describe('The type clients see, as in SQL: text, varchar(20), numeric(10,2), timestamptz, ...'),
  key: z.string().default('default').describe('Name of an entry below keys.'),
  label: z.string().min(1).optional().describe('Stable name bound into every value; schema.table.column when absent.'),
  search: z
    .array(z.enum(['equality', 'order']))
    .default([])
    .describe('What the database can search the column by.'),
  normalize: z
    .array(z.enum(['lower']))
    .default([])
    .describe('lower: a term more, by which lower(column) and ILIKE without wildcards are compared.'),
  indexGroup: z.string().min(1).optional().describe('Columns of one group can be compared with one another.'),
  acceptLeakage: z
    .boolean()
    .default(false)
    .describe('true: the column may have search: [order], whose terms tell the order of its values and more.'),
  pad: z.int().min(1).max(65536).optional().describe('Pad plaintexts to a multiple of this many bytes.'),
  reads: z
    .union([z.enum(['refuse', 'null', 'mask', 'token']), z.null(), z.strictObject({ mask: z.string() })])
    .optional()
    .describe('encrypt-only: what a read of stored values gives. An error by default.'),
  online: z
    .boolean()
    .default(false)
    .describe(
      'true: the column is served as plain while pgseal apply --online seals it. Drop it once the column is sealed.',
    ),
  unseal: z
    .boolean()
    .default(false)
    .describe('true: once pgseal unseal has opened the column it is served as plain, until the map drops it.'),
})

const columnList = z.array(z.string()).default([])
export const roleSchema = z.strictObject({
  open: columnList.describe('schema.table.column: read as it is.'),
  mask: z
    .record(z.string(), z.string())
    .default({})
    .describe('schema.table.column to a mask: {firstN} and {lastN} show characters of text types.'),
  refuse: columnList.describe('schema.table.column: 42501 when it is read.'),
  search: columnList.describe('May be searched though it is not opened.'),
  else: z.enum(['open', 'refuse']).default('refuse').describe('For sealed columns not listed.'),
})

const template = z.string().min(1).describe('Text with columns in braces, such as users/{id}.')

const record = z
  .union([
    template,
    z.strictObject({
      template,
      rebind: z.boolean().default(false).describe('Seal a row anew when a column of the template is updated.'),
      verify: z
        .enum(['always', 'when-known'])
        .default('always')
        .describe('always: refuse to read values whose row is not known. when-known: open them and count them.'),
    }),
  ])
  .describe('Names each row in the encryption context of the key service, and is bound into its values.')

export const tableSchema = z.strictObject({
  allowShadow: z
    .boolean()
    .default(false)
    .describe('Serve statements in which the same bare name means another relation.'),
  record: record.optional(),
  tenant: z
    .union([
      z.string(),
      z.strictObject({
        column: z.string(),
        rebind: z.boolean().default(false).describe('Seal a row anew when the column is updated.'),
      }),
    ])
    .optional()
    .describe('The plain column that names the tenant whose keys seal a row.'),
  columns: z.record(z.string(), columnSchema),
})

const timeouts = z
  .strictObject({
    login: z.string().default('60s').describe('For a client to log in.'),
    drain: z.string().default('30s').describe('For what is under way when the process is asked to stop.'),
  })
  .prefault({})
  .describe('Durations such as 30s or 5m.')

const limits = z
  .strictObject({
    rowsPerStatement: z
      .int()
      .min(1)
      .max(1_000_000)
      .default(10_000)
      .describe('Rows in which one statement may seal values.'),
    statementBytes: z
      .int()
      .min(1024)
      .max(4 * 1024 * 1024)
      .default(4 * 1024 * 1024)
      .describe('Bytes of the text of one Query or Parse message.'),
    memoryPerConnection: z
      .int()
      .min(1024 * 1024)
      .max(1024 * 1024 * 1024)
      .default(256 * 1024 * 1024)
      .describe(
        'Bytes of a message that must be held whole, and of the rows that one statement reads to seal them anew.',
      ),
    connectionsPerUser: z.int().min(1).optional().describe('Connections of one database user, to one instance.'),
  })
  .prefault({})
  .describe('Bounds beyond which a statement is refused with 54000.')
const log = z
  .strictObject({
    level: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('The least that is written.'),
    connections: z.boolean().default(false).describe('true: a line when a client comes, has logged in, and leaves.'),
    slowStatements: z
      .string()
      .optional()
      .describe('A duration such as 500ms: statements that take as long are told, with where the time went.'),
  })
  .prefault({})
  .describe('What the log has. No line ever holds a value or the text of a statement.')

export const tlsSchema = z.strictObject({
  mode: z
    .enum(['allow', 'require'])
    .default('require')
    .describe('require: a client that does not ask for TLS is refused.'),
  certificate: z.string().min(1).describe('PEM file: the certificate, then those between it and its authority.'),
  key: z.string().min(1).describe('PEM file, readable by its owner alone.'),
  clientCa: z
    .string()
    .min(1)
    .optional()
    .describe('PEM file of the authorities that certificates of clients come from.'),
  clientCertificates: z
    .enum(['ignore', 'verify', 'require'])
    .optional()
    .describe('verify: a certificate that is shown must be good and name the user. require: there must be one.'),
  certificateUsers: z
    .record(z.string(), z.array(z.string().min(1)).min(1))
    .default({})
    .describe('Common name of a certificate to the database users it may log in as.'),
})

export const authSchema = z.strictObject({
  secretsFile: z.string().min(1).optional().describe('Lines of "user" "SCRAM-SHA-256$...".'),
  secretsQuery: z.string().min(1).optional().describe('Gives the SCRAM secret of user $1 on the control connection.'),
  serverPasswordsFile: z
    .string()
    .min(1)
    .optional()
    .describe('Lines of "user" "password" for the server; without it the client\'s own key is used.'),
  certificates: z.boolean().default(false).describe('A verified certificate of the client stands for its password.'),
})

export const mapSchema = z.strictObject({
  listen: z.string().default('127.0.0.1:6432').describe('host:port for clients.'),
  upstream: z.string().describe('postgres://host:port/database of the server; clients keep their own users.'),
  control: z.string().describe("postgres:// URL with the proxy's own login."),
  mode: z.enum(['full', 'encrypt-only']).default('full'),
  prove: z.boolean().default(false).describe('encrypt-only: end unless the key service denies opening.'),
  probe: z.boolean().default(true).describe('encrypt-only: ask at start, by a dry run, whether opening is denied.'),
  passthrough: z.boolean().default(false).describe('Let an empty map start.'),
  passthroughDatabases: z
    .array(z.string().min(1))
    .default([])
    .describe('Other databases of the server that are served unchanged.'),
  http: z
    .union([z.int().min(0).max(65_535), z.string()])
    .optional()
    .describe('Port on loopback, or host:port, for /livez, /readyz and /metrics.'),
  workers: z.int().min(1).max(256).default(1).describe('Processes that share the address: one a core at most.'),
  timeouts,
  limits,
  log,
  tls: tlsSchema.optional().describe('TLS towards clients.'),
  auth: authSchema.optional().describe('Check passwords in the proxy; without it logins are relayed.'),
  keys: z.record(z.string(), namedKey).default({}),
  tables: z.record(z.string(), tableSchema).default({}),
  roles: z
    .record(z.string(), roleSchema)
    .optional()
    .describe('What database users may see of sealed columns; "public" is every user not named.'),
  audit: auditSchema.optional().describe('A line for each statement that seals, opens or searches.'),
  alerts: alertsSchema.optional().describe('What is to be told, or stopped, at once.'),
})

export type RawMap = z.infer<typeof mapSchema>
export type RawNamedKey = z.infer<typeof namedKey>
export type RawColumn = z.infer<typeof columnSchema>
export type RawTenants = z.infer<typeof tenants>
export type RawTable = z.infer<typeof tableSchema>
export type RawRecord = z.infer<typeof record>

/** JSON Schema (draft 7, what YAML editors read) of a map as it is written. */
export function mapJsonSchema(): object {
  return {
    title: 'pgseal map',
    description: 'Which columns of a PostgreSQL database pgseal seals, and under which keys.',
    ...z.toJSONSchema(mapSchema, { io: 'input', target: 'draft-7' }),
  }
}
