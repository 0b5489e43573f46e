// The one table of errors. docs/errors.md is generated from it (npm run docs) and a test holds the two together.
// Words follow PostgreSQL's error style guide: lower case, no period, the object named and quoted; detail and hint are
// sentences. `{name}` in a text is filled from the parameters of the error: names only, never a value, key or literal.

export type Severity = 'ERROR' | 'FATAL'

export type ErrorEntry = {
  readonly sqlstate: string
  readonly severity: Severity
  readonly message: string
  readonly detail?: string
  readonly hint?: string
  /** Field R, where drivers act on the name that PostgreSQL gives there. */
  readonly routine?: string
  /** For docs/errors.md: when it happens and what to do. */
  readonly explanation: string
}

export const errorTable = {
  internal: {
    sqlstate: 'XX000',
    severity: 'FATAL',
    message: 'internal error in pgseal',
    explanation: 'A bug in pgseal. The connection is closed; the log names the place. Nothing was passed on unchecked.',
  },
  mapUnreadable: {
    sqlstate: '58P01',
    severity: 'FATAL',
    message: 'could not read the map "{file}": {reason}',
    hint: 'Name the map with --config FILE.',
    explanation: 'The map could not be read, so nothing was started.',
  },
  invalidMap: {
    sqlstate: 'F0000',
    severity: 'FATAL',
    message: '{problem}',
    explanation:
      'The map is wrong at the file, line, column and path that the message begins with. Other problems follow, a line ' +
      'each. A key whose feature is not built yet is an error too: nobody should believe it to be in force.',
  },
  mapNeedsRestart: {
    sqlstate: '55000',
    severity: 'FATAL',
    message: 'the map changes what only a restart can change: {keys}',
    detail: 'Nothing of it is in force: the map that was read before still holds.',
    explanation:
      'A running process takes tables, keys, roles and limits from a changed map (docs/operating.md). A map that changes ' +
      'anything else is not taken at all, so that what is in force is always one whole map. The error is in the log.',
  },
  keyFileNotMade: {
    sqlstate: '58P01',
    severity: 'FATAL',
    message: '{reason}',
    explanation:
      '"pgseal keygen" never overwrites a file, and adds a key only to a whole key file that is private to its owner.',
  },
  devRunning: {
    sqlstate: '55006',
    severity: 'FATAL',
    message: 'process {process} runs "pgseal dev" in "{folder}" already',
    explanation: 'One process at a time may have the folder, since it holds one PostgreSQL cluster.',
  },
  devFolderUnusable: {
    sqlstate: '58030',
    severity: 'FATAL',
    message: 'cannot use folder "{folder}": {reason}',
    hint: 'Name another one with --folder.',
    explanation: '"pgseal dev" keeps its database, key file and map in a folder, and could not make it or write there.',
  },
  devFolderForeign: {
    sqlstate: '42501',
    severity: 'FATAL',
    message: 'folder "{folder}" is not private to the user that PostgreSQL runs as',
    hint: 'Remove it, or start in another folder.',
    explanation: '"pgseal dev" keeps a cluster there, and trusts only a folder that nobody else can write to.',
  },
  devKeyLost: {
    sqlstate: '58P01',
    severity: 'FATAL',
    message: 'key file "{file}" is gone, and what the cluster in "{folder}" holds sealed cannot be opened without it',
    hint: 'Put the key file back, or remove the folder to start anew.',
    explanation: '"pgseal dev" makes a key file with its cluster, and never a second one for the same cluster.',
  },
  devNoUser: {
    sqlstate: '42501',
    severity: 'FATAL',
    message: 'could not find a user "postgres" or "nobody" to run PostgreSQL as, which refuses to run as "{user}"',
    hint: 'Start as another user.',
    explanation: 'PostgreSQL refuses to run as root, so "pgseal dev" runs it as another user when root starts it.',
  },
  devPostgresAbsent: {
    sqlstate: '58P01',
    severity: 'FATAL',
    message: 'could not find the optional package "{package}", which holds the PostgreSQL that "pgseal dev" runs',
    hint: 'Install without --omit=optional, or use "pgseal serve" with a server of your own.',
    explanation: 'The package is optional, and exists for Linux, macOS and Windows on common processors.',
  },
  devPostgresBroken: {
    sqlstate: '58P01',
    severity: 'FATAL',
    message: 'the PostgreSQL in "{folder}" does not run on this machine',
    hint: 'Use "pgseal serve" with a server of your own.',
    explanation: 'The programs are for another C library or processor.',
  },
  devPostgresFailed: {
    sqlstate: '58000',
    severity: 'FATAL',
    message: 'could not start PostgreSQL: {reason}',
    hint: 'The file postgres.log in the folder of "pgseal dev" says more.',
    explanation: 'PostgreSQL said why; nothing else was started.',
  },
  protocolViolation: {
    sqlstate: '08P01',
    severity: 'FATAL',
    message: 'invalid message: {what}',
    explanation: 'The peer broke the protocol. The connection is closed.',
  },
  messageTooLarge: {
    sqlstate: '54000',
    severity: 'FATAL',
    message: 'message is larger than {limit} bytes',
    hint: 'Values of sealed columns and statements on mapped tables are held in memory; send smaller ones.',
    explanation: 'A message that has to be held whole is longer than the limit. The connection is closed.',
  },
  tooManyConnections: {
    sqlstate: '53300',
    severity: 'FATAL',
    message: 'too many connections for user "{user}"',
    hint: 'Close some, or raise limits.connectionsPerUser in the map.',
    explanation: 'The user has as many connections to this instance as the map allows. The login itself was good.',
  },
  unencryptedData: {
    sqlstate: '08P01',
    severity: 'FATAL',
    message: 'received unencrypted data after {request}',
    detail: 'This could be either a client-software bug or evidence of an attempted man-in-the-middle attack.',
    explanation: 'A client sent more before its request for encryption was answered. The connection is closed.',
  },
  unsupportedProtocol: {
    sqlstate: '0A000',
    severity: 'FATAL',
    message: 'unsupported frontend protocol {version}: server supports 3.0',
    explanation: 'The client speaks a protocol of another major version.',
  },
  noUserName: {
    sqlstate: '28000',
    severity: 'FATAL',
    message: 'no PostgreSQL user name specified in startup packet',
    explanation: 'The client named no user.',
  },
  userNameLength: {
    sqlstate: '28000',
    severity: 'FATAL',
    message: 'user name in startup packet is longer than {limit} bytes',
    explanation:
      'The server would cut the name to that length: the user who is logged in would not be the one that "roles", "auth" ' +
      'and the audit trail know.',
  },
  databaseNotServed: {
    sqlstate: '3D000',
    severity: 'FATAL',
    message: 'database "{database}" is not served',
    hint: 'Connect to the database that "upstream" of the map names, or list this one under "passthroughDatabases".',
    explanation:
      'A map is about one database. Another one is reached through pgseal only where the map lists it under ' +
      'passthroughDatabases; nothing in it is sealed.',
  },
  replicationNotServed: {
    sqlstate: '0A000',
    severity: 'FATAL',
    message: 'replication connections are not served',
    hint: 'Connect to the database itself.',
    explanation: 'A replication session runs commands that are not SQL, and its data would pass unseen.',
  },
  startupEncoding: {
    sqlstate: '0A000',
    severity: 'FATAL',
    message: 'client_encoding must be UTF8',
    hint: 'Set client_encoding to UTF8 in the connection settings.',
    explanation: 'Statements on mapped tables are analysed as UTF-8, so a client may use no other encoding.',
  },
  startupStrings: {
    sqlstate: '0A000',
    severity: 'FATAL',
    message: 'standard_conforming_strings must be on',
    hint: 'Leave standard_conforming_strings at its default.',
    explanation: 'With the setting off, the server would read a literal otherwise than the analysis did.',
  },
  upstreamUnreachable: {
    sqlstate: '08001',
    severity: 'FATAL',
    message: 'could not connect to the database server',
    hint: 'See "upstream" in the map and whether the server is running.',
    explanation: 'pgseal could not open a connection to the database server; the log says why.',
  },
  upstreamLost: {
    sqlstate: '08006',
    severity: 'FATAL',
    message: 'database server closed the connection before the login was done',
    explanation: 'The database server hung up, or said something that has no place in a login.',
  },
  upstreamNotSecure: {
    sqlstate: '08001',
    severity: 'FATAL',
    message: 'could not secure the connection to the database server',
    hint: 'See "sslmode" in the "upstream" of the map and the certificate of the server.',
    explanation:
      'The map asks for TLS, and the server does not speak it, has a certificate that is not good for its name, or refused ' +
      "the proxy's own. Nothing was sent in the clear; the log says why.",
  },
  fileUnreadable: {
    sqlstate: '58P01',
    severity: 'FATAL',
    message: 'could not read file "{file}": {reason}',
    explanation: 'A file that the map or a URL names is missing, not readable, or not what it should be.',
  },
  statisticsMissing: {
    sqlstate: '58000',
    severity: 'FATAL',
    message: 'could not read pg_stat_statements: {reason}',
    hint: 'Create the extension in the database and grant pg_read_all_stats to the control login.',
    explanation: '"pgseal check --from-statements" reads the statements that the server has counted.',
  },
  tlsRequired: {
    sqlstate: '28000',
    severity: 'FATAL',
    message: 'connection is not encrypted, and the proxy serves encrypted ones only',
    hint: 'Set sslmode to require or more.',
    explanation: 'The map says "tls.mode: require", and the client went on in the clear.',
  },
  clientCertificateRefused: {
    sqlstate: '28000',
    severity: 'FATAL',
    message: 'certificate authentication failed for user "{user}"',
    detail: '{reason}',
    explanation:
      'The map asks for certificates of clients. There was none, or its common name may not log in as this user ' +
      '("tls.certificateUsers").',
  },
  channelBindingRelayed: {
    sqlstate: '28000',
    severity: 'FATAL',
    message: 'cannot relay a SCRAM login that is bound to the TLS connection',
    detail: 'Both legs are encrypted, and the client signs which certificate it saw: not the one of the server.',
    hint: 'Set "auth" in the map, so that the proxy checks the password itself.',
    explanation:
      'The client supports channel binding and says so in what it signs. Where both legs speak TLS such a login cannot be ' +
      'relayed; docs/tls.md has the table.',
  },
  passwordRefused: {
    sqlstate: '28P01',
    severity: 'FATAL',
    message: 'password authentication failed for user "{user}"',
    explanation:
      'The proxy checks passwords itself ("auth"). The password is wrong, or the user has no SCRAM secret there; both look ' +
      'alike.',
  },
  loginMessage: {
    sqlstate: '28000',
    severity: 'FATAL',
    message: 'malformed or misplaced SCRAM message: {what}',
    explanation: 'The client does not follow RFC 5802, or its channel binding is not that of this TLS connection.',
  },
  upstreamLoginRefused: {
    sqlstate: '28000',
    severity: 'FATAL',
    message: 'could not log in to the database server as user "{user}"',
    detail: '{reason}',
    explanation:
      "The client's password was right, but the proxy could not pass the login on: the server asks for what a SCRAM key " +
      'cannot answer, or has another secret for the user.',
  },
  cannotListen: {
    sqlstate: '08001',
    severity: 'FATAL',
    message: 'could not listen on {address}: {reason}',
    hint: 'Give "listen" in the map another address.',
    explanation: 'The address to listen on could not be had, often because another program uses it.',
  },
  sealedColumnUse: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use sealed column "{column}" in {clause}',
    hint: 'docs/sql.md lists what is served on sealed columns.',
    explanation: 'The column is sealed, and the clause cannot be answered from what the database holds.',
  },
  syntaxError: {
    sqlstate: '42601',
    severity: 'ERROR',
    message: '{what}',
    explanation:
      'The statement does not parse by the grammar of PostgreSQL 18. It is not passed on, since the server would write ' +
      'it to its log, values included.',
  },
  statementTooLarge: {
    sqlstate: '54000',
    severity: 'ERROR',
    message: 'statement is longer than {limit} bytes',
    hint: 'Send values as parameters, or split the statement.',
    explanation: 'The text of one Query or Parse message is longer than pgseal analyses.',
  },
  statementTooComplex: {
    sqlstate: '54001',
    severity: 'ERROR',
    message: 'statement too complex',
    hint: 'Split the statement, or use = ANY with an array in place of a long chain.',
    explanation: 'The statement is nested too deeply to be analysed.',
  },
  statementEncoding: {
    sqlstate: '22021',
    severity: 'ERROR',
    message: 'statement is not valid UTF-8 text',
    explanation:
      'The bytes of the statement are not UTF-8, or hold a zero byte. pgseal and the server must read the same text.',
  },

  pgsealSchemaNamed: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'permission denied for schema pgseal',
    detail: 'Schema "pgseal" belongs to the proxy: statements that pass it cannot name it.',
    explanation:
      'A statement names schema pgseal, one of its types, functions or tables, or puts it in the search path. ' +
      'Administer it by the commands of pgseal, or on a direct connection.',
  },
  lastValueAsked: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot insert several rows at once beside currval() or lastval()',
    detail:
      'Defaults that name rows are evaluated for all rows of the statement before the first is inserted: each row would see ' +
      'the last value of the sequence.',
    hint: 'Insert the rows one by one.',
    explanation:
      'An INSERT of several rows into a table with "record", whose record comes from a default. The statement, another ' +
      'default of the table or a BEFORE trigger asks for the last value of a sequence.',
  },
  ownStatementName: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'names of prepared statements and cursors that begin with "{prefix}" belong to the proxy',
    explanation:
      'The proxy has statements of its own on the connection of a client, under names that begin so. PREPARE, EXECUTE, ' +
      'DEALLOCATE, DECLARE, FETCH, CLOSE, Parse and Bind cannot name them.',
  },
  sealedPart: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'permission denied for the parts of a sealed value',
    detail: 'A sealed column is used as a whole: its parts cannot be selected or set.',
    explanation: 'A statement selects or sets an attribute of a sealed column, as in (email).c or set email.c =.',
  },
  settingNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot change setting "{setting}" to this value',
    detail:
      'The proxy must read statements as the server does: standard_conforming_strings stays on, client_encoding UTF8, ' +
      'and search_path and set_config() take constants that do not name schema pgseal.',
    explanation:
      'SET, set_config(), ALTER ROLE SET or a function option would make the server read statements in another way than ' +
      'pgseal, or name what pgseal cannot see.',
  },
  sealedAssignment: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot assign an expression to sealed column "{column}"',
    detail: 'The database would compute the value, and it would not be sealed.',
    hint: 'Use a constant, a parameter, NULL, DEFAULT or a function that docs/sql.md lists under Computed values.',
    explanation:
      'pgseal seals values that it sees or computes. What other expressions give is known to the database only.',
  },
  assignmentTypesDiffer: {
    sqlstate: '42804',
    severity: 'ERROR',
    message: 'column "{column}" is of type {to} but expression is of type {from}',
    hint: 'You will need to rewrite or cast the expression.',
    explanation: 'PostgreSQL has no assignment cast between the types, or pgseal does not serve it.',
  },
  comparisonTypesDiffer: {
    sqlstate: '42883',
    severity: 'ERROR',
    message: 'sealed column "{column}" of type {left} is not compared with a value of type {right}',
    hint: 'You might need to add an explicit type cast.',
    explanation:
      "An equality term serves a comparison only where the other type is the column's, or converts exactly both ways.",
  },
  constantTypeDiffers: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use a value of type {from} beside sealed column "{column}" of type {to} in {clause}',
    hint: 'Cast the value to the type of the column.',
    explanation: 'The result would have another type than the column, and pgseal could not open it as such.',
  },
  operandNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot read a value beside a sealed column of type {type}',
    detail: 'Its type or cast is not served.',
    explanation: 'The constant or parameter has a type or a cast that pgseal cannot carry out as PostgreSQL does.',
  },
  recordNotKnown: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot seal a value of "{table}": its record "{template}" is not known beforehand',
    detail: 'Reason: {reason}.',
    hint: 'Give each column of the record as a constant or parameter, or leave it to its default.',
    explanation:
      'A table with "record" or "tenant" in the map binds each value to its row or to the keys of a tenant, so what names ' +
      'them must be known before the statement is sent.',
  },
  recordNotChecked: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot tell which row a value of sealed column "{column}" in the result is of',
    detail: 'Its values are bound to record "{template}", which the result does not tell and cannot be made to.',
    hint: 'Select the columns of the record in the same query, or set "verify: when-known" for the table.',
    explanation:
      'A value is opened only in the row that it was sealed for. Where the select list holds the columns of "record", or they ' +
      'can be added to it unseen, that is checked; many a subquery that gives one value, or a view without these columns, ' +
      'leaves nothing to check by. With "verify: when-known" such values are opened under the record that they name ' +
      'themselves, and counted.',
  },
  rebindNotAllowed: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'setting column "{column}" of "{table}" is not allowed in mode encrypt-only',
    detail: 'The sealed values of the row are bound to its value and would have to be opened and sealed anew.',
    explanation: 'A column of "record" is updated with "rebind: true" by opening what is sealed in the row.',
  },
  recordColumnSet: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot set column "{column}" of "{table}": its sealed values are bound to record "{template}"',
    detail: 'With another value there, the sealed values of the row could no longer be opened.',
    hint: 'Delete the row and insert it anew, or write "rebind: true" below "record" or "tenant" in the map.',
    explanation:
      'The column stands in "record" or "tenant" of the map: every sealed value of the row is bound to its text, or sealed ' +
      'under the keys that it names.',
  },
  identityAlways: {
    sqlstate: '428C9',
    severity: 'ERROR',
    message: 'cannot insert a non-DEFAULT value into column "{column}"',
    detail: 'Column "{column}" is an identity column defined as GENERATED ALWAYS.',
    hint: 'Use OVERRIDING SYSTEM VALUE to override.',
    explanation: 'As PostgreSQL says it, where the other rows of the statement take the identity of the column.',
  },
  recordColumnNull: {
    sqlstate: '23502',
    severity: 'ERROR',
    message: 'null value in column "{column}" of relation "{table}" violates not-null constraint',
    explanation:
      'As PostgreSQL says it. The column stands in "record" or "tenant" of the map, and the row was not sent.',
  },
  tenantEmpty: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'column "{column}" of "{table}" names the tenant of a row and is empty',
    explanation: 'The column stands in "tenant" of the map. The empty text is no tenant, and has no keys.',
  },
  recordLength: {
    sqlstate: '54000',
    severity: 'ERROR',
    message: 'record of a row is empty or longer than {limit} bytes',
    explanation:
      'The values of the columns in "record" of the map make the text that names the row to the key service.',
  },
  updateNotPinned: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot set sealed column "{column}" in an UPDATE that may change several rows, with {shape}',
    detail: 'Each row has its own data key, so the rows are read and locked first and then changed by one statement.',
    hint: 'Leave that out, or compare all columns of a unique key with constants or parameters, joined by AND.',
    explanation:
      'An UPDATE that seals a value and is not pinned to one row by a unique key is carried out as a SELECT and an ' +
      'UPDATE. This part of the statement cannot be divided between the two.',
  },
  rowsOutdated: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'another statement was executed between Bind and Execute of an UPDATE of several rows',
    hint: 'Send Execute right after its Bind.',
    explanation: 'The rows of such an UPDATE are read at Bind. What was written since might have made them others.',
  },
  updateWithoutKey: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot set sealed column "{column}" in several rows of a table without a unique key',
    hint: 'Add a primary key, or a unique index over plain columns that are NOT NULL.',
    explanation:
      'The rows of such an UPDATE are read first, each is given its own data key, and then they are found again by a ' +
      'unique key of the whole table, children included.',
  },
  conflictConstant: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot set sealed column "{column}" to a constant in ON CONFLICT DO UPDATE of several rows',
    hint: 'Use EXCLUDED, or insert one row a statement.',
    explanation: 'Each row has its own data key, so one value is never sealed into two rows.',
  },
  columnNotSealedYet: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'column "{column}" is not sealed yet',
    detail: 'The map names it, but the database holds it in plain.',
    hint: 'Run `pgseal apply`.',
    explanation: 'The map says that the column is sealed, so pgseal passes no plaintext to it, and reads none from it.',
  },
  columnRefused: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use column "{column}": {reason}',
    hint: 'Run `pgseal plan`.',
    explanation: 'Map and database disagree about the column.',
  },
  queryInPipeline: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot run a simple query on sealed columns inside a pipeline',
    detail: 'Messages of the extended protocol came before it without a Sync.',
    hint: 'Send Sync first, or use Parse, Bind and Execute.',
    explanation:
      'Versions of PostgreSQL differ in whether such a query commits what came before it in the pipeline, and pgseal carries it out in several messages.',
  },
  shapeNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use {shape} in a statement on a mapped table',
    detail: 'pgseal serves only what it can follow a sealed column through.',
    hint: 'docs/sql.md lists what is served on mapped tables.',
    explanation: 'The statement has a part that pgseal does not know, and it names a table with sealed columns.',
  },
  viewNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use view "{view}" over a mapped table',
    explanation: 'The definition of the view holds something that pgseal cannot follow a sealed column through.',
  },
  writeNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot {verb} through "{table}"',
    detail: 'A view, rule or INSTEAD OF trigger may put values elsewhere than they seem to go.',
    hint: 'Name the mapped table itself.',
    explanation: 'Writes of sealed columns go to mapped tables directly.',
  },
  shadowedName: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'relation "{name}" is not the mapped table "{table}"',
    detail: 'The name means another relation on this connection: a temporary table, or one of another schema.',
    hint: 'Qualify the name, or give the table `allowShadow: true` in the map.',
    explanation: 'A statement that was written for a mapped table would put plaintext elsewhere.',
  },
  missingColumn: {
    sqlstate: '42703',
    severity: 'ERROR',
    message: 'column {column} does not exist',
    explanation:
      'As in PostgreSQL. The statement is not passed on, since its values would reach the log of the server.',
  },
  missingTargetColumn: {
    sqlstate: '42703',
    severity: 'ERROR',
    message: 'column "{column}" of relation "{table}" does not exist',
    explanation:
      'As in PostgreSQL. The statement is not passed on, since its values would reach the log of the server.',
  },
  missingRelation: {
    sqlstate: '42P01',
    severity: 'ERROR',
    message: 'relation "{name}" does not exist',
    explanation:
      'As in PostgreSQL, for a table of the map. The statement is not passed on, since its values would reach the log of ' +
      'the server.',
  },
  missingEntry: {
    sqlstate: '42P01',
    severity: 'ERROR',
    message: 'missing FROM-clause entry for table "{table}"',
    explanation:
      'As in PostgreSQL. The statement is not passed on, since its values would reach the log of the server.',
  },
  positionNotInList: {
    sqlstate: '42P10',
    severity: 'ERROR',
    message: '{clause} position {ordinal} is not in select list',
    explanation: 'As in PostgreSQL. The server might see a longer list, with the columns by which rows are told.',
  },
  orderNotSelected: {
    sqlstate: '42P10',
    severity: 'ERROR',
    message: 'for SELECT DISTINCT, ORDER BY expressions must appear in select list',
    explanation: 'As in PostgreSQL. The server gets DISTINCT ON in the place of DISTINCT and would take more.',
  },
  ambiguousColumn: {
    sqlstate: '42702',
    severity: 'ERROR',
    message: 'column reference "{column}" is ambiguous',
    hint: 'Qualify the column.',
    explanation: 'More than one relation in scope has, or may have, a column of this name, and one of them is sealed.',
  },
  tooManyExpressions: {
    sqlstate: '42601',
    severity: 'ERROR',
    message: 'INSERT has more expressions than target columns',
    explanation:
      'As in PostgreSQL. The statement is not passed on, since its values would reach the log of the server.',
  },
  tooFewExpressions: {
    sqlstate: '42601',
    severity: 'ERROR',
    message: 'INSERT has more target columns than expressions',
    explanation:
      'As in PostgreSQL. The statement is not passed on, since its values would reach the log of the server.',
  },
  valuesLengths: {
    sqlstate: '42601',
    severity: 'ERROR',
    message: 'VALUES lists must all be the same length',
    explanation:
      'As in PostgreSQL. The statement is not passed on, since its values would reach the log of the server.',
  },
  tooManyParameters: {
    sqlstate: '54000',
    severity: 'ERROR',
    message: 'statement needs more than {limit} parameters',
    hint: 'Write fewer rows in one statement.',
    explanation: 'Each sealed value is a parameter of the statement that the server gets, and their number is limited.',
  },
  tooMuchMemory: {
    sqlstate: '54000',
    severity: 'ERROR',
    message: 'statement reads more than {limit} bytes of rows to seal them anew',
    hint: 'Update fewer rows in one statement, or raise limits.memoryPerConnection in the map.',
    explanation:
      'An UPDATE of many rows reads them first and holds them in memory, since each is sealed under its own key.',
  },
  tooManyRows: {
    sqlstate: '54000',
    severity: 'ERROR',
    message: 'statement seals values in more than {limit} rows',
    hint: 'Write fewer rows in one statement, or raise limits.rowsPerStatement in the map.',
    explanation: 'Each row has a data key of its own, and the values of one statement are held in memory.',
  },
  functionNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use function {function}() while tables are mapped',
    detail: 'It runs SQL, or reads a table, that is given as text.',
    explanation: 'What such a function reads cannot be analysed.',
  },
  readNotAllowed: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'reading sealed column "{column}" is not allowed in encrypt-only mode',
    explanation:
      'A service in this mode has no right to decrypt. It may search, count, and return what it has just sealed.',
  },
  readNotAllowedToUser: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'permission denied: this user may not read sealed column "{column}"',
    hint: '"roles" in the map says who may.',
    explanation:
      'The map has "roles", and does not let the database user of this connection open the column. What the statement ' +
      'itself has sealed is returned. SET ROLE changes nothing: who logged in counts.',
  },
  searchNotAllowed: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'permission denied: this user may not search sealed column "{column}"',
    hint: '"roles" in the map says who may.',
    explanation:
      'A search tells whether a guess is right. A user who may not open a column may not compare it either, unless ' +
      '"search" of its entry below "roles" names the column.',
  },
  mixedReading: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot return sealed column "{column}" together with values that are read in another way',
    hint: 'Return them in columns of their own.',
    explanation:
      'One result column (of UNION ALL, COALESCE or CASE) would hold opened values beside masked ones, NULLs or tokens.',
  },
  tokenInvalid: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'invalid token for sealed column "{column}"',
    hint: 'Read the value again and write back the token as it came.',
    explanation:
      'The value begins like a token of mode encrypt-only, but was not made by an instance with the same "indexKeyId" or ' +
      'key file, or was changed since.',
  },
  tokenElsewhere: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'token for sealed column "{column}" is of another {other}',
    explanation: 'A token can be written back to the column and row that it was read from, and nowhere else.',
  },
  tokenNotTaken: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'cannot take a token for sealed column "{column}"',
    hint: 'Write it back to its own column, through an instance in which that column has "reads: token".',
    explanation:
      'The value begins like a token of mode encrypt-only. Sealed like a text, it would take the place of the value that ' +
      'it stands for.',
  },
  tokenCompared: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'cannot compare sealed column "{column}" with a token',
    hint: 'Compare it with a value, or the rows by another column.',
    explanation: 'A token stands for a stored value and says nothing by which it could be found.',
  },
  maskUnusable: {
    sqlstate: 'F0000',
    severity: 'FATAL',
    message: 'cannot use the mask of column "{column}": {reason}',
    explanation:
      'A mask of the map is no value of its column. Most commands find it while they read the map, and say where.',
  },
  spliceFailed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot rewrite the statement for sealed columns',
    explanation:
      'The text for the server, parsed again, was not what it should be, so it was not sent. This is a gap in pgseal; the ' +
      'log names it.',
  },
  statementNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use {statement} on mapped table "{table}"',
    detail: 'The statement could read sealed columns, or give values for them, where pgseal cannot follow.',
    hint: 'docs/sql.md lists what is served on mapped tables.',
    explanation: 'The statement is of a kind that is not served on tables with sealed columns, nor on views over them.',
  },
  serverFile: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'cannot use COPY of mapped table "{table}" with a file or program of the server',
    detail: 'Such a file does not pass through the proxy.',
    explanation:
      'COPY FROM or TO a file or PROGRAM runs on the server: values would be stored in plain or leave sealed.',
  },
  copyOptions: {
    sqlstate: '42601',
    severity: 'ERROR',
    message: '{problem}',
    explanation: 'An option of COPY that PostgreSQL refuses too.',
  },
  copyOptionValue: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: '{problem}',
    explanation: 'An option of COPY has a value that PostgreSQL refuses too.',
  },
  copyOptionUse: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: '{problem}',
    explanation:
      'An option of COPY that does not go with the others, as in PostgreSQL, or that is not served on tables with sealed ' +
      'columns.',
  },
  copyRelation: {
    sqlstate: '42809',
    severity: 'ERROR',
    message: 'cannot copy from {kind} "{table}"',
    hint: 'Try the COPY (SELECT ...) TO variant.',
    explanation: 'As in PostgreSQL: COPY TO by name reads ordinary tables only.',
  },
  columnTwice: {
    sqlstate: '42701',
    severity: 'ERROR',
    message: 'column "{column}" specified more than once',
    explanation: 'As in PostgreSQL, in a column list of COPY.',
  },
  copyData: {
    sqlstate: '22P04',
    severity: 'ERROR',
    message: '{problem}',
    explanation:
      'Copy data for a table with sealed columns is not in the format that COPY names. The message is that of PostgreSQL, ' +
      'without the data.',
  },
  copyRowTooLong: {
    sqlstate: '54000',
    severity: 'ERROR',
    message: 'a row of copy data is longer than {limit} bytes',
    explanation: 'A row of COPY FROM STDIN must be held whole to seal its values.',
  },
  codeMentionsTable: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot use {statement} that mentions "{name}"',
    detail: 'The word names a relation with sealed columns, and what the code does with it is not analysed.',
    hint: 'Create functions that work on mapped tables on a direct connection: the types of the columns refuse plaintext.',
    explanation:
      'DO, CALL, CREATE FUNCTION and statements that pgseal does not know in detail pass only if no name, literal or body in ' +
      'them mentions a mapped table, a view over one, or schema pgseal.',
  },
  columnTypeDiffers: {
    sqlstate: '42804',
    severity: 'ERROR',
    message: 'column "{column}" is defined as {given}, but the map says {mapped}',
    hint: 'Change the statement or the map.',
    explanation:
      'A mapped column is created with the type that the map gives it, so that clients see what they ask for.',
  },
  orderCollation: {
    sqlstate: '42P22',
    severity: 'ERROR',
    message: 'column "{column}" needs COLLATE "C": its order is that of its bytes',
    hint: 'Write COLLATE "C" behind its type, or take "order" from "search" in the map.',
    explanation:
      'Order terms of text compare as the collation "C" does. A column whose definition says otherwise would be ordered in another way than its clients expect.',
  },
  columnNotPrepared: {
    sqlstate: '55000',
    severity: 'ERROR',
    message: 'there is no sealed type for column "{column}"',
    hint: 'Run `pgseal apply`.',
    explanation: '`pgseal apply` makes the types of schema pgseal before the columns that need them are created.',
  },
  openFailed: {
    sqlstate: 'XX001',
    severity: 'ERROR',
    message: 'could not open a sealed value of column "{column}"',
    explanation:
      'A stored value is not one that pgseal sealed for this column under a trusted key, or it was changed. ' +
      'Every cause looks the same to the client; the log says which.',
  },
  keyServiceUnavailable: {
    sqlstate: '58000',
    severity: 'ERROR',
    message: 'could not reach the key service of named key "{key}": {reason}',
    hint: 'Try again. Statements that need no data key of this named key are not affected.',
    explanation:
      'The KMS did not answer in time, or failed, also when asked again within ten seconds; or there are no credentials for ' +
      'it; or it did not answer several times before and is left alone for a moment. Nothing was stored unsealed.',
  },
  keyServiceThrottled: {
    sqlstate: '53000',
    severity: 'ERROR',
    message: 'too many requests to the key service of named key "{key}"',
    hint: 'Try again later. The quota of the KMS account, or "dataKeys: branch", may help.',
    explanation: 'The KMS refused calls beyond its quota, also when asked again after a pause.',
  },
  keyServiceDenied: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'permission denied by the key service of named key "{key}" for {operation}',
    explanation: 'The credentials of pgseal may not do this with the KMS key under this encryption context.',
  },
  keyServiceRefused: {
    sqlstate: '58000',
    severity: 'ERROR',
    message: 'cannot use the KMS key of named key "{key}": {reason}',
    explanation:
      'The KMS key is disabled, waits for deletion, does not exist, or is of another kind. Asking again does not help. ' +
      'The log says which operation failed, and why.',
  },
  keyStoreUnavailable: {
    sqlstate: '58000',
    severity: 'ERROR',
    message: 'could not read or write the table pgseal.keys',
    hint: 'Try again.',
    explanation: 'A row of pgseal.keys is needed, and the control connection could not read or write it.',
  },
  indexKeyNotFound: {
    sqlstate: '58000',
    severity: 'ERROR',
    message: 'could not find index key "{id}" in the table pgseal.keys',
    explanation: 'A column uses an index key whose row is not there. Without it no term of the column can be made.',
  },
  keyConfiguration: {
    sqlstate: 'F0000',
    severity: 'ERROR',
    message: 'cannot use named key "{key}": {reason}',
    explanation: 'What the map says of the named key does not fit its key file, its KMS, or the rows in pgseal.keys.',
  },
  tenantUnknown: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'no KMS key for the tenant in column "{column}"',
    hint: 'Add the tenant to "tenants" of named key "{key}", or its alias to the KMS.',
    explanation:
      'The named key has a KMS key for each tenant. The row names a tenant without one: no entry below `tenants.keys`, and ' +
      'no key behind the alias, or a name that cannot be part of an alias. Nothing was sealed under the key of anyone else.',
  },
  tenantShredded: {
    sqlstate: '55000',
    severity: 'ERROR',
    message: 'the keys of this tenant under named key "{key}" were retired by pgseal shred',
    explanation:
      '`pgseal shred` took the tenant out of use: nothing is sealed for it any more, and what was sealed does not open.',
  },
  shredNoTenants: {
    sqlstate: 'F0000',
    severity: 'FATAL',
    message: 'no table of the map has a tenant',
    explanation: '`pgseal shred` takes the rows of one tenant out of tables with "tenant" in the map.',
  },
  shredKeyShared: {
    sqlstate: '55006',
    severity: 'FATAL',
    message: 'KMS key "{arn}" of the tenant under named key "{key}" is used for others too',
    hint: 'Give the tenant a KMS key of its own and move its values there.',
    explanation:
      'Keys of other tenants, of no tenant, or named keys of the map rest on the same KMS key, as when two aliases name one. ' +
      'Deleting it would take them away too, so nothing was done.',
  },
  shredColumnDiffers: {
    sqlstate: '55000',
    severity: 'FATAL',
    message: 'sealed column "{column}" of "{table}" is not as the map describes it',
    hint: 'Name the column in the map, without "search", and run "pgseal apply".',
    explanation: '`pgseal shred` writes over every sealed column of a table, so the map must name each as it is.',
  },
  openingForbidden: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'cannot open sealed values of column "{column}" in mode encrypt-only',
    hint: 'Read it through an instance with "mode: full".',
    explanation: 'The mode of this instance is encrypt-only: it seals, and never asks the KMS to decrypt.',
  },
  controlUnavailable: {
    sqlstate: '08001',
    severity: 'FATAL',
    message: 'could not connect to the database with the control login',
    hint: 'Check "control" in the map, and that the server takes that login; the log holds the reason.',
    explanation:
      'The proxy reads the catalog and schema pgseal over a connection of its own, and could not open it or lost it.',
  },
  adminUnavailable: {
    sqlstate: '08001',
    severity: 'FATAL',
    message: 'could not connect to the database with the login of --admin-url',
    explanation: 'The server could not be reached, or refuses the login that the command line names.',
  },
  controlDenied: {
    sqlstate: '42501',
    severity: 'FATAL',
    message: 'the control login lacks rights on schema pgseal',
    hint: 'Run "pgseal apply" with --admin-url: it grants them to the login that "control" names.',
    explanation:
      'The proxy reads the tables of schema pgseal, and writes keys, with its own login. "pgseal apply" grants that to the ' +
      'control login of the map it is run with.',
  },
  schemaMissing: {
    sqlstate: '55000',
    severity: 'FATAL',
    message: 'schema pgseal is missing or incomplete in this database',
    hint: 'Run "pgseal apply".',
    explanation: 'pgseal keeps keys and column states in schema pgseal, which "pgseal apply" makes.',
  },
  schemaVersionDiffers: {
    sqlstate: '55000',
    severity: 'FATAL',
    message: 'schema pgseal has version {found}, and this program needs version {needed}',
    hint: 'Run "pgseal apply" of the newest program that shares this database.',
    explanation: 'Another release of pgseal made the schema.',
  },
  schemaOutdated: {
    sqlstate: '55000',
    severity: 'FATAL',
    message: 'schema pgseal was made by an older pgseal and lacks what this one needs',
    hint: 'Run "pgseal apply" with this release; those of before go on working.',
    explanation:
      'A release may add tables, columns and indexes to schema pgseal. "pgseal apply" adds them where they are missing.',
  },

  // Values (src/types): PostgreSQL's own SQLSTATEs; the value itself is never quoted.
  invalidText: {
    sqlstate: '22P02',
    severity: 'ERROR',
    message: 'invalid input syntax for type {type}',
    explanation: 'The text is not a value of the type. Spellings that only some server versions read are refused too.',
  },
  caseNotKnown: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'the lower case of a letter in the value depends on the letters beside it',
    hint: 'A column with `normalize: [lower]` takes no such letter under this collation.',
    explanation:
      'Under collations of ICU a capital sigma is another letter at the end of a word. The proxy knows lower() letter by letter, so it cannot tell which.',
  },
  patternNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'a pattern with % or _ is not served for sealed column {column}',
    hint: 'Put a backslash before % and _ that stand for themselves.',
    explanation:
      'LIKE and ILIKE without a wildcard ask for equality, which a term decides. A pattern that ends with its backslash is refused too.',
  },
  foldNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot compute {function}() of a sealed value with characters beyond ASCII',
    hint: 'Select the column itself.',
    explanation: 'What other letters become depends on the collation, which the proxy does not have.',
  },
  computedNotServed: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot compute {function} of these values as the database would',
    detail: 'It is computed before it is sealed, or after it was opened.',
    explanation: 'For these arguments the proxy does not know the exact result that PostgreSQL would give.',
  },
  divisionByZero: {
    sqlstate: '22012',
    severity: 'ERROR',
    message: 'division by zero',
    explanation: 'A value that is computed before it is sealed, or after it was opened, is divided by zero.',
  },
  cannotSubtractInfiniteDates: {
    sqlstate: '22008',
    severity: 'ERROR',
    message: 'cannot subtract infinite dates',
    explanation: 'The difference of two dates is a number of days, which infinity has none of.',
  },
  invalidEncoding: {
    sqlstate: '22021',
    severity: 'ERROR',
    message: 'invalid byte sequence for encoding "UTF8"',
    explanation: 'The text holds bytes that are not UTF-8, or a zero byte.',
  },
  invalidParameterValue: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: '{what}',
    explanation:
      'A value is malformed in a way for which PostgreSQL uses this code, for example a bad hexadecimal digit.',
  },
  valueTooLong: {
    sqlstate: '22001',
    severity: 'ERROR',
    message: 'value too long for type {type}',
    explanation: 'The value has more characters than the declared length, and those beyond it are not all blanks.',
  },
  valueOutOfRange: {
    sqlstate: '22003',
    severity: 'ERROR',
    message: 'value out of range for type {type}',
    explanation: 'The number is outside what the type can hold.',
  },
  numericFieldOverflow: {
    sqlstate: '22003',
    severity: 'ERROR',
    message: 'numeric field overflow',
    detail: 'A field with precision {precision}, scale {scale} cannot hold the value.',
    explanation: 'The number, rounded to the declared scale, has more digits than the declared precision.',
  },
  binaryTooShort: {
    sqlstate: '08P01',
    severity: 'ERROR',
    message: 'insufficient data left in message',
    detail: 'The binary value of type {type} is too short.',
    explanation: 'A binary parameter has fewer bytes than its type needs.',
  },
  invalidBinary: {
    sqlstate: '22P03',
    severity: 'ERROR',
    message: 'incorrect binary data format for type {type}',
    explanation: 'A binary parameter is not a value of its type, or has bytes left over.',
  },
  unsupportedJsonbVersion: {
    sqlstate: 'XX000',
    severity: 'ERROR',
    message: 'unsupported jsonb version number',
    explanation: 'A binary jsonb parameter does not start with the version byte 1.',
  },
  unsupportedUnicode: {
    sqlstate: '22P05',
    severity: 'ERROR',
    message: 'unsupported Unicode escape sequence',
    detail: '\\u0000 cannot be converted to text.',
    explanation: 'A jsonb string holds the escape of the zero character, which PostgreSQL cannot store.',
  },
  datetimeSpelling: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot read this spelling of a value of type {type}',
    detail: '{why}',
    hint: 'Use ISO 8601 spelling, with a numeric offset from UTC.',
    explanation:
      'PostgreSQL may read this spelling, by rules that depend on its version or its settings; pgseal does not guess.',
  },
  numberSpelling: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot read this spelling of a value of type {type}',
    detail: 'It is written in another base, or with underscores.',
    hint: 'Write the number in decimal digits.',
    explanation: 'PostgreSQL reads such text from version 16 on and refuses it before; pgseal does not guess.',
  },
  relativeDatetime: {
    sqlstate: '22007',
    severity: 'ERROR',
    message: 'cannot use a value of type {type} that depends on the current time',
    detail: 'The words now, today, tomorrow and yesterday do not name the same value each time they are read.',
    hint: 'Send the date or time itself.',
    explanation: 'A sealed value is made by pgseal, which does not know the time at which the transaction began.',
  },
  datetimeFieldOverflow: {
    sqlstate: '22008',
    severity: 'ERROR',
    message: 'date/time field value out of range for type {type}',
    explanation:
      'A field such as the month or the hour is out of its range, or the value is beyond what the type holds.',
  },
  timeZoneDisplacement: {
    sqlstate: '22009',
    severity: 'ERROR',
    message: 'time zone displacement out of range',
    explanation: 'The offset from UTC in the text is larger than PostgreSQL allows.',
  },
  intervalFieldOverflow: {
    sqlstate: '22015',
    severity: 'ERROR',
    message: 'interval field value out of range',
    explanation: 'A field of the interval is beyond what its type holds.',
  },
  invalidDatetime: {
    sqlstate: '22007',
    severity: 'ERROR',
    message: 'invalid input syntax for type {type}',
    explanation: 'The text is not a value of the date or time type.',
  },
  unknownTimeZone: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'time zone not recognized',
    explanation: 'The text names a time zone that does not exist.',
  },
  timeZoneSetting: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot read or write values of sealed columns under this setting of TimeZone',
    hint: 'Set TimeZone to a name such as Europe/Berlin or UTC.',
    explanation: 'docs/types.md lists the kinds of TimeZone settings that are served.',
  },
  timeZoneHistory: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot convert a time this old in this time zone',
    detail: 'Releases of the time zone database disagree about the history of the zone before 1970.',
    hint: 'Set TimeZone to UTC.',
    explanation:
      'PostgreSQL servers carry one of two histories of some time zones. pgseal cannot know which one the server has, so it ' +
      'does not convert a time for which they differ.',
  },
  cannotConvertSpecial: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot convert NaN or infinity to {type}',
    explanation: 'A numeric that is no number was given for an integer column or cast.',
  },
  jsonTooDeep: {
    sqlstate: '54001',
    severity: 'ERROR',
    message: 'stack depth limit exceeded',
    detail: 'Arrays and objects are nested more than {limit} levels deep.',
    explanation:
      'A json or jsonb value is nested too deep. PostgreSQL has a limit of its own, which depends on max_stack_depth.',
  },
  programLimit: {
    sqlstate: '54000',
    severity: 'ERROR',
    message: '{what}',
    explanation: 'A value is beyond a fixed limit of its type.',
  },
  multipleCommands: {
    sqlstate: '42601',
    severity: 'ERROR',
    message: 'cannot insert multiple commands into a prepared statement',
    explanation: 'As PostgreSQL: a Parse message holds one statement. The text was not passed on.',
  },
  parameterInQuery: {
    sqlstate: '42P02',
    severity: 'ERROR',
    message: 'there is no parameter in a simple query',
    explanation: 'As PostgreSQL: `$1` has no value in the simple protocol.',
  },
  unnamedStatementMissing: {
    sqlstate: '26000',
    severity: 'ERROR',
    message: 'unnamed prepared statement does not exist',
    explanation: 'As PostgreSQL: nothing was parsed since a simple Query took the unnamed statement away.',
  },
  runsAlone: {
    sqlstate: '25001',
    severity: 'ERROR',
    message: '{statement} cannot run inside a transaction block',
    explanation: 'As PostgreSQL: such a statement is sent as a query of its own, not in one string with others.',
  },
  preparedMissing: {
    sqlstate: '26000',
    severity: 'ERROR',
    message: 'prepared statement "{name}" does not exist',
    explanation: 'As PostgreSQL: the statement that EXECUTE names was deallocated since the EXECUTE was parsed.',
  },
  executeArguments: {
    sqlstate: '42601',
    severity: 'ERROR',
    message: 'wrong number of parameters for prepared statement "{name}"',
    detail: 'Expected {wanted} parameters but got {given}.',
    explanation: 'As PostgreSQL: EXECUTE gives a value for each parameter of the statement.',
  },
  executeArgumentType: {
    sqlstate: '42804',
    severity: 'ERROR',
    message: 'parameter ${number} of type {from} cannot be coerced to the expected type {to}',
    hint: 'You will need to rewrite or cast the expression.',
    explanation: 'As PostgreSQL: an argument of EXECUTE is assigned to the type of its parameter.',
  },
  executeParameter: {
    sqlstate: '42P02',
    severity: 'ERROR',
    message: 'there is no parameter ${number}',
    explanation: 'As PostgreSQL: the arguments of EXECUTE are no place for parameters of the protocol.',
  },
  bindCount: {
    sqlstate: '08P01',
    severity: 'ERROR',
    message: 'bind message supplies {given} parameters, but prepared statement requires {wanted}',
    explanation: 'As PostgreSQL: the driver sent another number of parameters than the statement has.',
  },
  formatCode: {
    sqlstate: '22023',
    severity: 'ERROR',
    message: 'unsupported format code: {format}',
    explanation: 'As PostgreSQL: a format is 0 for text or 1 for binary.',
  },
  bindFormats: {
    sqlstate: '08P01',
    severity: 'ERROR',
    message: 'bind message has another number of formats than there are parameters or result columns',
    explanation: 'As PostgreSQL: there may be no format, one for all, or one for each.',
  },
  statementChanged: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cached plan must not change result type',
    hint: 'Prepare the statement again.',
    routine: 'RevalidateCachedQuery',
    explanation:
      'The tables that the names of a prepared statement mean, or their sealed columns, have changed since it was ' +
      'prepared. Message and routine are those of PostgreSQL, by which drivers know that they should prepare again.',
  },
  nameChanged: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'the name "{name}" has come to mean another mapped table',
    hint: 'Run the statement again.',
    explanation:
      'Two mapped tables share the name, and another connection changed which of them it means after this connection had ' +
      'asked. The statement was not carried out.',
  },
  inFailedTransaction: {
    sqlstate: '25P02',
    severity: 'ERROR',
    message: 'current transaction is aborted, commands ignored until end of transaction block',
    explanation: 'As PostgreSQL, whose own error is passed on.',
  },
  functionCall: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'cannot call a function by the function call protocol',
    hint: 'Call it in a statement.',
    explanation: 'The sub-protocol hands raw values to any function. Only the large-object functions are served.',
  },
  resultMismatch: {
    sqlstate: 'XX001',
    severity: 'ERROR',
    message: 'the server describes a statement on sealed columns otherwise than it was analysed',
    hint: 'Run the statement again. If it stays, run "pgseal status".',
    explanation:
      'What the server says of parameters or result columns is not what the plan of the statement says, as when a table ' +
      'changed in between. Nothing was opened.',
  },
  unplannedResult: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'the result holds a sealed value of which no column is proved to be the origin',
    hint: 'Read the column itself; docs/sql.md lists what is served.',
    explanation:
      'A function, a cursor or a relation unknown to the proxy gave back sealed values. They are neither opened nor passed on.',
  },
  unplannedResultFatal: {
    sqlstate: '0A000',
    severity: 'FATAL',
    message: 'the result holds a sealed value of which no column is proved to be the origin',
    explanation:
      'As above, inside a transaction block with more statements already under way: the connection is closed, so that the ' +
      'transaction is rolled back.',
  },
  unreadableSetting: {
    sqlstate: '0A000',
    severity: 'FATAL',
    message: 'cannot go on after a change of "{setting}"',
    hint: 'Keep client_encoding UTF8 and standard_conforming_strings on.',
    explanation:
      'The setting changed behind the analysis (in a function, a role or a database default). Statements would mean one ' +
      'thing to the server and another to the proxy.',
  },
  indexKeyMissing: {
    sqlstate: '58000',
    severity: 'ERROR',
    message: 'the index key of sealed column "{column}" is not at hand',
    hint: 'Run "pgseal status"; after "pgseal apply" give the proxy a moment.',
    explanation: 'The column needs an index key for its equality term, and the proxy has not loaded it.',
  },
  malformedArray: {
    sqlstate: '22P02',
    severity: 'ERROR',
    message: 'malformed array literal',
    explanation: 'The text of an array parameter or literal is not one that pgseal reads.',
  },
  arrayElementType: {
    sqlstate: '42804',
    severity: 'ERROR',
    message: 'wrong element type in an array parameter',
    explanation: 'As PostgreSQL: a binary array names its element type, and it is not the one of the parameter.',
  },
  queryCanceled: {
    sqlstate: '57014',
    severity: 'ERROR',
    message: 'canceling statement due to user request',
    explanation:
      'The client asked for the statement to be cancelled while it waited for the key service. What the service answers ' +
      'later is dropped.',
  },
  auditNotBegun: {
    sqlstate: '58P01',
    severity: 'FATAL',
    message: 'could not begin the audit trail: {reason}',
    explanation: 'The map asks for an audit trail, and its file or key cannot be used. Nothing was started.',
  },
  auditUnwritable: {
    sqlstate: '58030',
    severity: 'ERROR',
    message: 'could not write the audit trail',
    detail: 'Statements that seal, open or search are refused while their lines cannot be written.',
    hint: 'Ask the operator of pgseal, whose log says why.',
    explanation:
      'The file of the audit trail takes no more lines (mostly a full disk) and the map says "onFailure: refuse". Nothing ' +
      'was opened unrecorded. A write may have been carried out when its own line was the first that failed.',
  },
  openingLimited: {
    sqlstate: '53400',
    severity: 'ERROR',
    message: 'user "{user}" may open no more values for now',
    hint: 'The limit is counted by the minute.',
    explanation:
      'A rule under "alerts" of the map with "action: refuse" was broken. It holds until the minute is over.',
  },
  userNotKnown: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'permission denied for sealed columns: user "{user}" is not known',
    explanation:
      'The user is not among "alerts.firstSeen.known" of the map, and its action is refuse: it seals, opens and searches nothing.',
  },
  canaryOpened: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'permission denied for a record of sealed column "{column}"',
    explanation:
      'The record is one of "alerts.canaries" of the map, which nobody should read, and its action is refuse.',
  },
  auditUsage: {
    sqlstate: '22023',
    severity: 'FATAL',
    message: '{reason}',
    explanation: 'What "pgseal audit" was asked to do does not fit together.',
  },
  shuttingDown: {
    sqlstate: '57P01',
    severity: 'FATAL',
    message: 'terminating connection due to administrator command',
    explanation: 'The proxy is shutting down.',
  },
  applyRunning: {
    sqlstate: '55P03',
    severity: 'ERROR',
    message: 'another run of "pgseal apply" or "pgseal unseal" is at work in this database',
    hint: 'Wait for it to end, or end it; what it has not finished is taken up by the next run.',
    explanation: 'Two runs would lock the same tables one after the other, so the second one does not start.',
  },
  reindexGroup: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'index group "{group}" cannot get another key by way of table {table}: {label} belongs to it too',
    hint: 'Name all columns of the group with --column; a group over several tables is not served.',
    explanation: 'Columns of one group are compared with each other, so all of them change their key at once.',
  },
  valueNotOpened: {
    sqlstate: 'XX001',
    severity: 'ERROR',
    message: 'a value of {label} in table {table} could not be opened',
    hint: 'Run `pgseal rewrap`, which says where such values are; give the map their keys, or set them to NULL.',
    explanation: 'A column is made anew as a whole or not at all. The log says why the value does not open.',
  },
  schemaInUse: {
    sqlstate: '2BP01',
    severity: 'ERROR',
    message: 'schema pgseal is still needed by {objects}',
    hint: 'Drop them, or take the types of pgseal out of them, and run the command again.',
    explanation: 'Nothing was dropped: `--drop-schema` removes what belongs to pgseal alone.',
  },
  unsealDenied: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'this login may not unseal the columns',
    hint: 'Give the owner of the tables as --admin-url; for --drop-schema, the owner of schema pgseal.',
    explanation: 'The server refused a statement of `pgseal unseal`. Tables that were done before stay done.',
  },
  applyDenied: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'the login of "pgseal apply" lacks a right',
    hint: 'Give --admin-url a login that owns the mapped tables and has CREATE on the database.',
    explanation: 'The server refused a statement of apply. Nothing of the table at hand was changed.',
  },
  remakeRefused: {
    sqlstate: '0A000',
    severity: 'ERROR',
    message: 'table "{table}" cannot be made anew while clients use it: {reason}',
    hint: 'Remove what is in the way, or do without "--online": the table is then locked as long as it takes.',
    explanation:
      'An online job fills a new table beside the old one and puts it in its place. What refers to the table in a way that ' +
      'cannot be carried over is named; nothing was changed.',
  },
  remakeDiffers: {
    sqlstate: 'XX001',
    severity: 'ERROR',
    message: 'rows of the new table for "{table}" are not what they should be ({count} findings)',
    hint: 'The log says which; the table itself is as it was. Run the job again.',
    explanation:
      'Before the new table takes the place of the old one every row of it is compared with the old one, and every sealed value ' +
      'opened. Something differed, so the tables were not exchanged.',
  },
  remakeChanged: {
    sqlstate: '55000',
    severity: 'ERROR',
    message: 'table "{table}" was changed while it was made anew: {what}',
    hint: 'Run the job again: it begins from the start.',
    explanation:
      'The new table was made after the definition of the old one, which somebody has changed since. What was copied is dropped.',
  },
  remakeWaits: {
    sqlstate: '55P03',
    severity: 'ERROR',
    message: 'could not put the new table for "{table}" in its place: {reason}',
    hint: 'Run the job again: it goes on where it stopped, and all rows are copied already.',
    explanation:
      'The exchange needs a moment in which every serving process has loaded the map, and no old transaction is open. There ' +
      'was none within the time that the job waits. Clients were not disturbed.',
  },
  rotationNotReady: {
    sqlstate: '55000',
    severity: 'ERROR',
    message: 'cannot move values of table "{table}" to other keys: {reason}',
    hint: 'Run "pgseal plan" to see what the map and the database disagree about.',
    explanation: '"pgseal rewrap" and "pgseal rotate" work on columns that are sealed as the map says.',
  },
  rotationTriggers: {
    sqlstate: '55000',
    severity: 'ERROR',
    message: 'table "{table}" has triggers that an UPDATE sets off: {triggers}',
    hint: 'Run "pgseal {command}" with --triggers fire, or with --triggers skip.',
    explanation:
      'Values are put in place by an UPDATE of each row, so it has to be said whether triggers of users run for it. ' +
      'Skipping sets session_replication_role, which needs a superuser or GRANT SET ON PARAMETER; triggers that are ENABLE ALWAYS run all the same.',
  },
  rotationRunning: {
    sqlstate: '55P03',
    severity: 'ERROR',
    message: 'another run of "pgseal rewrap" or "pgseal rotate" is at work on table "{table}"',
    hint: 'Wait for it to end, or end it; what it has not finished is taken up by the next run.',
    explanation: 'Two runs would do the same work twice, so one holds the table and the others do not start.',
  },
  rotationBlocked: {
    sqlstate: '55P03',
    severity: 'ERROR',
    message: 'could not change a row of table "{table}", which another transaction holds',
    hint: 'End that transaction and run the command again; it goes on where it stopped.',
    explanation: 'A client has held a row for minutes. What was done before it is kept.',
  },
  rotationRowKept: {
    sqlstate: '55000',
    severity: 'ERROR',
    message: 'could not change a row of table "{table}": a trigger or rule keeps it as it is',
    hint: 'Run the command with --triggers skip, or take away what stops the UPDATE.',
    explanation: 'The UPDATE of a row that was locked and unchanged changed nothing. What was done before it is kept.',
  },
  rotationDenied: {
    sqlstate: '42501',
    severity: 'ERROR',
    message: 'the login of "pgseal {command}" lacks a right',
    hint: 'Give --admin-url a login that may SELECT and UPDATE the mapped tables, without row security, and use schema pgseal.',
    explanation: 'The server refused a statement. What was done before it is kept, and the next run goes on.',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorName = keyof typeof errorTable

export type ErrorParameters = Readonly<Record<string, string>>

/**
 * A deliberate error: a refusal, a failure to open, a wrong configuration.
 * `message` is the filled text of the table. `logDetail` is for operators only. None of them ever holds a value, a key or
 * an SQL literal. `position` is a 1-based character offset into the client's statement, where known.
 */
export class PgsealError extends Error {
  readonly errorName: ErrorName
  readonly sqlstate: string
  readonly severity: Severity
  readonly detail: string | undefined
  readonly hint: string | undefined
  readonly routine: string | undefined
  readonly logDetail: string | undefined
  readonly position: number | undefined
  /** Where in its data PostgreSQL would say that it is: table, line and column. */
  readonly context: string | undefined

  constructor(
    errorName: ErrorName,
    parameters: ErrorParameters = {},
    extra: { detail?: string; hint?: string; logDetail?: string; position?: number; context?: string } = {},
  ) {
    const entry: ErrorEntry = errorTable[errorName]
    super(fill(entry.message, parameters))
    this.name = 'PgsealError'
    this.errorName = errorName
    this.sqlstate = entry.sqlstate
    this.severity = entry.severity
    this.detail = extra.detail ?? (entry.detail === undefined ? undefined : fill(entry.detail, parameters))
    this.hint = extra.hint ?? (entry.hint === undefined ? undefined : fill(entry.hint, parameters))
    this.routine = entry.routine
    this.logDetail = extra.logDetail
    this.position = extra.position
    this.context = extra.context
  }

  /** The same error with the place in the data where it happened. */
  at(context: string): PgsealError {
    const { detail, hint, logDetail, position } = this
    const error = new PgsealError(this.errorName)
    error.message = this.message
    return Object.assign(error, { detail, hint, logDetail, position, context })
  }

  /** The same error without its position, which is in a text that the client has not sent. */
  withoutPosition(): PgsealError {
    return Object.assign(this.at(''), { position: undefined, context: this.context })
  }
}

function fill(text: string, parameters: ErrorParameters): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? `{${name}}`)
}

/** Ends a switch over a union: what the compiler proves impossible is a bug at run time. */
export function unreachable(value: never): never {
  throw new PgsealError('internal', {}, { logDetail: `unreachable: ${typeof value}` })
}
