import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { auditFiles } from '../../../src/observe/audit/audit-file.ts'
import { type AuditLog, AuditTrail, type AuditTrailOptions } from '../../../src/observe/audit/audit-trail.ts'
import { makeAuditKeyFile, readAuditKeyFile } from '../../../src/observe/audit/key-file.ts'
import { nextSegmentKey, seedFromSegmentKey } from '../../../src/observe/audit/line-chain.ts'
import { keysFromFile } from '../../../src/observe/audit/segment-keys.ts'
import { type VerifyOptions, type VerifySummary, verifyAudit } from '../../../src/observe/audit/verify.ts'

export type Verdict = VerifySummary & { readonly said: string[] }

/** A folder with a key file, and a copy of it where the verifier has it. */
export class TrailPlace {
  readonly folder = mkdtempSync(join(tmpdir(), 'pgseal-audit-'))
  readonly path = join(this.folder, 'audit.jsonl')
  readonly keyFile = join(this.folder, 'audit.key')
  readonly copy = join(this.folder, 'copy.key')
  readonly events: string[] = []
  readonly log: AuditLog = {
    auditFailed: (event) => this.events.push(`failed ${event.reason}`),
    auditResumed: ({ lost, refused }) => this.events.push(`resumed lost ${lost} refused ${refused}`),
    auditAnchorFailed: () => this.events.push('anchor failed'),
  }

  constructor(t: TestContext) {
    makeAuditKeyFile(this.keyFile)
    copyFileSync(this.keyFile, this.copy)
    t.after(() => rmSync(this.folder, { recursive: true, force: true }))
  }

  begin(options: Partial<AuditTrailOptions> = {}): Promise<AuditTrail> {
    return AuditTrail.begin({
      path: this.path,
      rotateBytes: 1 << 20,
      keep: undefined,
      keys: keysFromFile(this.keyFile),
      onFailure: 'refuse',
      log: this.log,
      version: '0',
      ...options,
    })
  }

  files(): string[] {
    return auditFiles(this.path)
  }

  lines(): string[] {
    return this.files().flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(0, -1))
  }

  /** Replaces the trail by one file of these lines. */
  write(lines: readonly string[]): void {
    for (const file of this.files()) rmSync(file)
    writeFileSync(this.path, lines.map((line) => `${line}\n`).join(''))
  }

  async verify(options: Partial<VerifyOptions> = {}): Promise<Verdict> {
    const said: string[] = []
    const summary = await verifyAudit(
      this.files(),
      {
        seedOf: async (segment, run) => {
          let { key } = readAuditKeyFile(this.copy)
          for (let at = 1; at < segment; at += 1) key = nextSegmentKey(key)
          return seedFromSegmentKey(key, run)
        },
        macOf: undefined,
        anchors: [],
        running: false,
        partial: false,
        interrupted: new Set(),
        ...options,
      },
      (problem) => said.push(problem.slice(problem.lastIndexOf('/') + 1)),
    )
    return { ...summary, said }
  }
}

export const statement = (n: number): string => `"event":"statement","id":"1/${n}","outcome":"ok"`
