import { BodyReader } from './body-reader.ts'
import { backend } from './message-codes.ts'
import { MessageWriter } from './message-writer.ts'

/** `tag` as psql shows it: `INSERT 0 1`, `SELECT 5`, `BEGIN`. */
export type CommandComplete = { readonly type: 'CommandComplete'; readonly tag: string }

// CommandComplete (B) 'C'   PROTOCOL-MESSAGE-FORMATS-COMMANDCOMPLETE
//   string   command tag
export function decodeCommandComplete(body: Buffer): CommandComplete {
  const reader = new BodyReader(body, 'CommandComplete')
  const tag = reader.name()
  reader.end()
  return { type: 'CommandComplete', tag }
}

export function encodeCommandComplete(message: CommandComplete): Buffer {
  return new MessageWriter(backend.commandComplete).name(message.tag).finish()
}
