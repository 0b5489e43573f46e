import { Command, CommanderError } from 'commander'
import { packageVersion } from './package-version.ts'
import { errorText, exitCode, exitDone, exitUsage } from './report-error.ts'

/** Runs one command line (without node and script) and gives the exit code. Errors are on stderr by then. */
export async function runProgram(commandLine: readonly string[]): Promise<number> {
  // Warnings of Node.js and of libraries are lines of the log like all others; by name, for their text is not ours.
  process.removeAllListeners('warning')
  process.on('warning', ({ name }) => {
    process.stderr.write(
      `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), event: 'warning', name })}\n`,
    )
  })
  try {
    await buildProgram().parseAsync([...commandLine], { from: 'user' })
    return Number(process.exitCode ?? exitDone)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitDone : exitUsage
    process.stderr.write(errorText(error))
    return exitCode(error)
  }
}

// Each command's file is loaded only when it runs: `--help` answers at once, and needs no database driver.
function buildProgram(): Command {
  const program = new Command('pgseal')
    .description('A PostgreSQL proxy that encrypts the columns a map names.')
    .version(packageVersion(), '-V, --version')
    .showSuggestionAfterError(true)
    .exitOverride()
    .helpCommand(false)
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'pgseal: ')) })
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .helpOption('-h, --help', 'show this help')
      .allowExcessArguments(false)

  const mapCommand = (name: string, description: string) =>
    command(name, description)
      .option('--config <file>', 'the map', './pgseal.yaml')
      .option('--insecure-test-key', 'allow keys that everybody knows, for tests', false)
  const adminUrl = ['--admin-url <url>', 'a login that may change the tables, in place of the control login'] as const

  mapCommand('serve', 'serve clients until a signal asks to stop').action(async (options) => {
    const { serve } = await import('./serve.ts')
    await serve(options)
  })
  command('dev', 'run a PostgreSQL of its own, with a sample table, and the proxy before it')
    .option('--config <file>', 'the map; made when it is not there (default: "pgseal.yaml" in the folder)')
    .option('--folder <folder>', 'where the database, the key and the map are kept', './.pgseal')
    .action(async (options: { config?: string; folder: string }) => {
      const { dev } = await import('./dev/dev.ts')
      await dev({ folder: options.folder, map: options.config })
    })
  mapCommand('plan', 'show what apply would do')
    .option(...adminUrl)
    .option('--exit-code', 'end with 1 when work is left', false)
    .action(async (options) => {
      const { plan } = await import('./plan.ts')
      await plan(options)
    })
  const online = (made: Command): Command =>
    made
      .option('--workers <count>', 'online: batches that are worked on at a time', '4')
      .option('--rate <rows>', 'online: rows a second, at most')
      .option('--max-lag <bytes>', 'online: wait while a replica is further behind than so many bytes of WAL')
      .option(
        '--wait <seconds>',
        'online: how long to wait for processes with another map, and for the moment to swap',
        '600',
      )
  online(mapCommand('apply', 'make the database what the map asks for'))
    .option(...adminUrl)
    .option('--yes', 'do not ask', false)
    .option('--online', 'seal tables while clients use them', false)
    .option('--assist', 'online: work for the run that is at it elsewhere, and do nothing else', false)
    .option('--drop-plaintext', 'drop what sealing online has kept of tables as they were, and do nothing else', false)
    .action(async (options) => {
      const { applyCommand } = await import('./apply.ts')
      await applyCommand(options)
    })
  online(mapCommand('unseal', 'make sealed columns plain again, as they were before apply'))
    .option(...adminUrl)
    .option('--online', 'open tables while clients use them', false)
    .option('--table <schema.table>', 'the sealed columns of this mapped table (default: columns with "unseal: true")')
    .option('--column <name...>', 'these columns of it alone')
    .option('--all', 'every column of the map', false)
    .option('--drop-schema', 'with --all: then remove schema pgseal, and with it every trace', false)
    .option('--yes', 'do not ask', false)
    .action(async (options) => {
      const { unsealCommand } = await import('./unseal.ts')
      await unsealCommand(options)
    })
  const jobCommand = (name: 'rewrap' | 'rotate', description: string): Command =>
    mapCommand(name, description)
      .option(...adminUrl)
      .option('--table <schema.table>', 'this mapped table alone')
      .option('--column <name...>', 'these columns of it alone')
      .option('--triggers <fire|skip>', 'whether UPDATE triggers of users run for the rows')
      .option('--rate <rows>', 'rows a second, at most')
      .option('--no-verify', 'do not open every value afterwards')
      .action(async (options) => {
        if (options.indexKeys === true) {
          const { indexRotationCommand } = await import('./index-rotation.ts')
          return indexRotationCommand(options)
        }
        const { rotationCommand } = await import('./rotation.ts')
        return rotationCommand(name, options)
      })
  jobCommand('rewrap', "wrap the keys of sealed values anew under the map's KMS keys; values stay as they are")
  jobCommand('rotate', 'seal values anew under fresh data keys')
    .option('--index-keys', 'give terms other index keys instead, by a new table beside the old one', false)
    .option('--workers <count>', 'index keys: batches that are worked on at a time', '4')
    .option('--max-lag <bytes>', 'index keys: wait while a replica is further behind than so many bytes of WAL')
    .option('--wait <seconds>', 'index keys: how long to wait for other processes, and for the moment to swap', '600')
  command('keygen', 'make a key file for kms: local')
    .argument('<file>')
    .option('--append', 'add a key to the file that is there', false)
    .option('--config <file>', 'the map (not needed)')
    .action(async (file: string, options: { append: boolean }) => {
      const { keygen } = await import('./keygen.ts')
      keygen(file, options)
    })
  mapCommand('explain', 'show what would be done with a statement')
    .argument('<sql>')
    .option('--user <name>', 'as this database user, where the map has roles (default: one that it does not name)')
    .option('--json', 'one JSON array, an object a statement', false)
    .action(async (sql: string, options) => {
      const { explain } = await import('./explain.ts')
      await explain(sql, options)
    })
  mapCommand('check', 'say which statements of an application are served, from its SQL or the server log')
    .argument('[file]', 'the file, or - for standard input')
    .option('--format <sql|csvlog|jsonlog>', 'what the file is (default: by its name and first byte)')
    .option('--from-statements', 'read pg_stat_statements of the database in place of a file', false)
    .option('--user <name>', 'as this database user, where the map has roles (default: one that it does not name)')
    .option('--json', 'one JSON object', false)
    .action(async (file: string | undefined, options) => {
      const { check } = await import('./check.ts')
      await check(file, options)
    })
  mapCommand('shred', 'take a tenant away: its keys, and its values where it has a KMS key of its own')
    .requiredOption('--tenant <name>', 'the tenant, as its column writes it')
    .option('--days <days>', 'days until the KMS deletes its key, 7 to 30', '30')
    .option(...adminUrl)
    .option('--yes', 'do not ask', false)
    .action(async (options) => {
      const { shredCommand } = await import('./shred.ts')
      await shredCommand(options)
    })
  mapCommand('iam', 'print least-privilege policies for AWS KMS from the map')
    .option('--for <purpose>', 'encrypt, decrypt, rewrap or shred alone')
    .option('--principal <arn>', 'statements for key policies, for this role or user')
    .action(async (options) => {
      const { iam } = await import('./iam.ts')
      await iam(options)
    })
  mapCommand('status', 'show keys and the states of mapped columns')
    .option('--count', 'count the values on each key: reads the tables as a whole', false)
    .option(...adminUrl)
    .action(async (options) => {
      const { status } = await import('./status.ts')
      await status(options)
    })
  mapCommand('audit', 'verify an audit trail, or make a key for one')
    .argument('[files...]', 'the files of the trail (default: those of the map)')
    .option('--verify', 'read the files again and say what was changed, removed, moved or cut', false)
    .option('--jobs', 'the trail of commands ("audit.jobs" of the map)', false)
    .option('--new-key <file>', 'make a key file for "audit.key.keyFile" of the map')
    .option('--key <file>', 'the copy of the key file that was made before the first start')
    .option('--anchors <file>', 'anchors as a webhook got them, one JSON object a line')
    .option('--running', 'the last segment is still being written', false)
    .option('--partial', 'earlier files are not given', false)
    .option('--interrupted <segments>', 'segments known to have been killed, such as 3,7')
    .action(async (files: string[], options) => {
      const { audit } = await import('./audit.ts')
      await audit(files, options)
    })

  return program
}
