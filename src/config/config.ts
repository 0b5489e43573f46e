// The checked map (design: the map is a contract). Everything optional is filled in; names are exact catalog names.
import type { AlertsConfig, AuditConfig } from './audit-map.ts'

export type Config = {
  readonly listen: Endpoint
  readonly upstream: UpstreamUrl
  /** Connection string of the proxy's own login, after ${NAME} was filled in. */
  readonly control: string
  readonly mode: 'full' | 'encrypt-only'
  readonly prove: boolean
  /** Ask at start, in mode encrypt-only, whether opening is denied. */
  readonly probe: boolean
  readonly passthrough: boolean
  readonly passthroughDatabases: readonly string[]
  /** Where /livez, /readyz and /metrics are answered. */
  readonly http: Endpoint | undefined
  /** Processes that serve clients; 1 serves them in the first process. */
  readonly workers: number
  readonly timeouts: Timeouts
  readonly limits: Limits
  readonly log: LogSettings
  readonly tls: ClientTls | undefined
  readonly auth: LoginTermination | undefined
  readonly keys: ReadonlyMap<string, NamedKey>
  readonly tables: readonly MappedTable[]
  readonly audit: AuditConfig | undefined
  readonly alerts: AlertsConfig | undefined
  /** Absent: whoever has logged in may open everything. */
  readonly roles?: Roles | undefined
}

export type Timeouts = {
  /** For a client to log in, from its first byte. */
  readonly loginMs: number
  /** For what is under way when the process is asked to stop. */
  readonly drainMs: number
}

export type LogSettings = {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** A line when a client comes, has logged in, and leaves. */
  readonly connections: boolean
  /** Statements that take so many milliseconds are told; undefined: none. */
  readonly slowMs: number | undefined
}

export type Limits = {
  /** Rows in which one statement may seal values. */
  readonly rowsPerStatement: number
  /** Bytes of the text of one Query or Parse message. */
  readonly statementBytes: number
  /** Bytes of a message that must be held whole, and of the rows that one statement reads to seal them anew. */
  readonly memoryPerConnection: number
  /** Of one database user; undefined for as many as the server takes. */
  readonly connectionsPerUser: number | undefined
}

/** Rights by database user; `public` is every user not named, and without it they have none. */
export type Roles = ReadonlyMap<string, ReadonlyMap<string, ColumnRight>>

/** What a user may do with the column of a label; every mapped column has an entry. */
export type ColumnRight = {
  readonly reads: 'open' | 'refuse' | { readonly mask: string }
  readonly search: boolean
}

/** What mode encrypt-only gives in place of stored values. */
export type Reads = 'refuse' | 'null' | 'token' | { readonly mask: string }

export type Endpoint = { readonly host: string; readonly port: number }

export type UpstreamUrl = {
  /** A name, an address without brackets, or the folder of a Unix socket. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly tls: ServerTls
  /** The socket file to connect to instead of host and port, where host is a folder. */
  readonly socketPath?: string
}

export type SslMode = 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full'

/** TLS towards the server, in libpq's terms; absolute paths of PEM files. */
export type ServerTls = {
  readonly mode: SslMode
  readonly negotiation: 'postgres' | 'direct'
  /** Authorities that the server's certificate is checked against; the system's own where undefined. */
  readonly rootCertificate: string | undefined
  readonly certificate: string | undefined
  readonly key: string | undefined
}

/** TLS towards clients; absolute paths of PEM files. */
export type ClientTls = {
  /** allow: clients may go on in the clear. */
  readonly mode: 'allow' | 'require'
  readonly certificate: string
  readonly key: string
  /** Authorities for certificates of clients. */
  readonly clientCa: string | undefined
  readonly clientCertificates: 'ignore' | 'verify' | 'require'
  /** Database users that a certificate's common name may log in as; a name that is not listed stands for itself. */
  readonly certificateUsers: ReadonlyMap<string, readonly string[]>
}

/** How clients log in where the proxy checks their password itself. */
export type LoginTermination = {
  /** Absolute path of a file of SCRAM secrets, or a query for one of them with the user as $1. */
  readonly secrets: { readonly file: string } | { readonly query: string }
  /** Absolute path of a file of passwords for the server; undefined: the client's own key is used. */
  readonly serverPasswords: string | undefined
  /** A verified certificate is enough. */
  readonly certificates: boolean
}

export type NamedKey = {
  readonly name: string
  readonly kms: 'aws' | 'transit' | 'local' | 'insecure-test-key'
  readonly keyId: string | undefined
  readonly previousKeyIds: readonly string[]
  readonly indexKeyId: string | undefined
  readonly region: string | undefined
  readonly endpoint: string | undefined
  /** kms: transit alone. */
  readonly transit?: TransitSettings | undefined
  /** Absolute: the map's own folder is where a relative one begins. */
  readonly keyFile: string | undefined
  readonly dataKeys: 'per-row' | 'branch'
  readonly context: Readonly<Record<string, string>>
  /** A KMS key for each tenant, in place of `keyId`. */
  readonly tenants: TenantKeySettings | undefined
  readonly cache: { readonly maxAgeMs: number; readonly maxUses: number; readonly maxBytes: number }
}

/** Where a transit engine of Vault or OpenBao is, and as whom it is asked. */
export type TransitSettings = {
  /** http or https, without a trailing slash; http on loopback alone. */
  readonly address: string
  readonly mount: string
  /** '' for none. */
  readonly namespace: string
  /** One of the two is there. */
  readonly token: string | undefined
  readonly tokenFile: string | undefined
  readonly caFile: string | undefined
}

export type TenantKeySettings = {
  /** Of every table with a column under the named key. */
  readonly column: string
  /** Tenant to its KMS key, then those that may still open what they sealed. */
  readonly keys: ReadonlyMap<string, readonly string[]>
  /** With `{tenant}` in it: an alias for tenants that `keys` does not name. */
  readonly alias: string | undefined
}

export type MappedTable = {
  readonly schema: string
  readonly name: string
  /** As written in the map: `schema.table`, quoted where a name holds a dot. */
  readonly mapName: string
  readonly allowShadow: boolean
  readonly record: RecordTemplate | undefined
  /** The plain column that says whose keys seal a row: the table's own, or that of a named key with a KMS key per tenant. */
  readonly tenant: string | undefined
  /** An UPDATE of a column that names the row, or its tenant, seals the row anew; otherwise it is refused. */
  readonly rebind?: boolean
  readonly columns: readonly MappedColumn[]
}

/** `record`: what names a row in the encryption context and is bound into its values. */
export type RecordTemplate = {
  /** As the map writes it. */
  readonly text: string
  /** One more than `columns`: the text before each column, and after the last. */
  readonly literals: readonly string[]
  /** Exact names of columns of the table, none of them sealed, each once. */
  readonly columns: readonly string[]
  /** What reading does with a value whose row is not known: refuse it, or open it and count it. */
  readonly verify: 'always' | 'when-known'
}

export type MappedColumn = {
  readonly name: string
  readonly label: string
  readonly labelTag: number
  /** Logical type name as in src/types (varchar, bpchar, ...) and its modifier. */
  readonly type: string
  readonly typmod: number
  readonly namedKey: string
  readonly search: readonly ('equality' | 'order')[]
  readonly normalize: readonly 'lower'[]
  readonly indexGroup: string | undefined
  readonly pad: number
  /** Of mode encrypt-only; absent: refuse. */
  readonly reads?: Reads
  /** The column is on its way in: what pgseal.columns calls sealing, and is plain yet, is served as plain. */
  readonly online?: true
  /** The column is on its way out: what pgseal.columns and the column's type call unsealed is served as plain. */
  readonly unseal?: true
}
