import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { errorText, exitCode, exitDone, exitUsage } from './report-error.ts'

const mapOption = ['--config <file>', 'the map', './pgseal.yaml'] as const

/** Runs one command line (without node and script) and gives the exit code. Errors are on stderr by then. */
export async function runProgram(commandLine: readonly string[]): Promise<number> {
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

  command('serve', 'serve clients until a signal asks to stop')
    .option(...mapOption)
    .option('--insecure-test-key', 'allow keys that everybody knows, for tests', false)
    .action(async (options: { config: string; insecureTestKey: boolean }) => {
      const { serve } = await import('./serve.ts')
      await serve(options)
    })

  return program
}

function packageVersion(): string {
  // dist/src/commands/program.js in a package, and as deep in any other folder that the sources are built to.
  const manifest = new URL('../../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
