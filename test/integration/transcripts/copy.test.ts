// COPY of plain tables and of sealed ones, and refused COPY: pitfalls A54, A74 to A81.
import { after, before, test } from 'node:test'
import * as send from '../../support/client-messages.ts'
import { startTwins, type Twins } from '../../twin/twins.ts'
import { type Step, sameTranscript } from './compare.ts'

let twins: Twins
before(async () => {
  twins = await startTwins()
})
after(() => twins.stop())

const { bind, copyData, copyDone, copyFail, execute, parse, query, sync } = send
const failing = 'select pgseal_refuses_this()'
const begun: Step['until'] = (message) => message.type === 'CopyInResponse' || message.type === 'ErrorResponse'
const sealedRows = '101\tcanary-one@example.com\n102\t\\N\n103\tcanary-three@example.com\n'
const rows = '101\tone\t1\t1.50\n102\ttwo\t\\N\t\\N\n'

const transcripts: Readonly<Record<string, readonly Step[]>> = {
  'COPY of a plain table in and out': [
    { send: [query('copy items from stdin')], until: begun },
    { send: [copyData(rows), copyDone()] },
    { send: [query('copy (select * from items where id > 100 order by id) to stdout with (format csv, header)')] },
    { send: [query('copy items (id, label) to stdout (format binary)')] },
  ],
  'A74, odyssey 554: rows split and joined across CopyData': [
    { send: [query('copy items from stdin')], until: begun },
    { send: [...rows].map((character) => copyData(character)).concat(copyDone()) },
    { send: [query('select * from items order by id')] },
  ],
  'A79: the client gives up': [
    { send: [query('copy items from stdin')], until: begun },
    { send: [copyData(rows), copyFail('no more')] },
    { send: [query('select count(*) from items')] },
  ],
  'A80: data behind an error of the server is thrown away': [
    { send: [query('copy items from stdin')], until: begun },
    { send: [copyData('x\ty\n'), ...Array.from({ length: 50 }, () => copyData(rows)), copyDone()] },
    { send: [query('select count(*) from items; select email from users where id = 1')] },
  ],
  'A81: COPY among other statements of a Query': [
    { send: [query('select 1; copy items from stdin; select 42')], until: begun },
    { send: [copyData(rows), copyDone()] },
    { send: [query('select 1; copy (select 1) to stdout; select label from items where id = 101')] },
  ],
  'A81: two COPY of one Query, the data of both sent with it': [
    {
      send: [
        query('copy items from stdin; copy items (id, label) from stdin; select count(*) from items'),
        copyData(rows),
        copyDone(),
        copyData('103\tthree\n'),
        copyDone(),
      ],
    },
    { send: [query('select label from items where id > 100 order by id')] },
  ],
  'A81: the first of two COPY of one Query fails, the data of both sent with it': [
    {
      send: [
        query('copy items from stdin; copy items (id, label) from stdin'),
        copyData('x\n'),
        copyDone(),
        copyData('103\tthree\n'),
        copyDone(),
      ],
    },
    { send: [query('select count(*) from items; select email from users where id = 1')] },
  ],
  'A54: a Sync that arrives while the server reads copy data is no Sync': [
    { send: [parse('copy items from stdin'), bind(), execute(), sync()], until: begun },
    { send: [copyData(rows), copyDone(), sync()] },
    { send: [query('select email from users where id = 1')] },
  ],
  'A54: after a COPY that failed the next Sync counts': [
    { send: [parse('copy items from stdin'), bind(), execute(), sync()], until: begun },
    { send: [copyData('x\n'), copyDone(), sync()] },
    { send: [query('select email from users where id = 1')] },
  ],
  'COPY of a sealed table in and out': [
    { send: [query('copy users (id, email) from stdin')], until: begun },
    { send: [copyData(sealedRows), copyDone()] },
    {
      send: [
        query('copy (select id, email from users where id > 100 order by id) to stdout with (format csv, header)'),
      ],
    },
    { send: [query('copy kinds (id, k_text) to stdout (format binary)')] },
  ],
  'A74: rows of a sealed table split across CopyData': [
    { send: [query('copy users (id, email) from stdin')], until: begun },
    { send: [...sealedRows].map((character) => copyData(character)).concat(copyDone()) },
    { send: [query('select id, email from users where id > 100 order by id')] },
  ],
  'A79: the client gives up sealed rows': [
    { send: [query('copy users (id, email) from stdin')], until: begun },
    { send: [copyData(sealedRows), copyFail('no more')] },
    { send: [query('select count(*) from users')] },
  ],
  'A80: data behind data that are refused are thrown away': [
    { send: [query('copy users (id, email) from stdin')], until: begun },
    { send: [copyData('101\tx\ty\n'), ...Array.from({ length: 50 }, () => copyData(sealedRows)), copyDone()] },
    { send: [query('select count(*) from users; select email from users where id = 1')] },
  ],
  'A80: data behind an error of the server on a sealed table are thrown away': [
    { send: [query('copy users (id, email) from stdin')], until: begun },
    { send: [copyData('x\ty\n'), ...Array.from({ length: 50 }, () => copyData(sealedRows)), copyDone()] },
    { send: [query('select count(*) from users; select email from users where id = 1')] },
  ],
  'A80: an error is told before the client ends its data': [
    { send: [query('copy users (id, birthday) from stdin')], until: begun },
    { send: [copyData('101\tnever\n')] },
    { send: [copyDone(), query('select email from users where id = 1')] },
  ],
  'A81: COPY of a sealed table among other statements of a Query': [
    { send: [query('select 1; copy users (id, email) from stdin; select 42')], until: begun },
    { send: [copyData(sealedRows), copyDone()] },
    { send: [query('select 1; copy (select id, email from users where id = 1) to stdout; select 2')] },
  ],
  'A81: plain COPY among statements on sealed columns': [
    { send: [query('select email from users where id = 1; copy items from stdin; select 42')], until: begun },
    { send: [copyData(rows), copyDone()] },
  ],
  'A81: sealed COPY that fails among other statements of a Query': [
    { send: [query('select 1; copy users (id, birthday) from stdin; select 42')], until: begun },
    { send: [copyData('101\tnever\n'), copyDone()] },
    { send: [query('select email from users where id = 1')] },
  ],
  'A54: a Sync while the server reads sealed copy data is no Sync': [
    { send: [parse('copy users (id, email) from stdin'), bind(), execute(), sync()], until: begun },
    { send: [copyData(sealedRows), copyDone(), sync()] },
    { send: [query('select email from users where id = 1')] },
  ],
  'A54: after a sealed COPY that failed the next Sync counts': [
    { send: [parse('copy users (id, birthday) from stdin'), bind(), execute(), sync()], until: begun },
    { send: [copyData('101\tnever\n'), copyDone(), sync()] },
    { send: [query('select email from users where id = 1')] },
  ],
  'a COPY out by the extended protocol, described and with a limit of rows': [
    {
      send: [
        parse('copy (select id, email from users order by id) to stdout', { name: 'out' }),
        send.describeStatement('out'),
        bind({ statement: 'out' }),
        send.describePortal(),
        execute('', 1),
        sync(),
      ],
    },
    { send: [bind({ statement: 'out' }), execute(), sync()] },
  ],
  'COPY into a mapped table that is refused is refused before any data': [
    {
      send: [query("copy users (email) from stdin where email = 'x'")],
      plain: [query(failing)],
      refused: '0A000',
    },
    { send: [query('select count(*) from users')] },
    {
      send: [
        parse("copy users (email) from stdin where email = 'x'"),
        bind(),
        execute(),
        copyData('canary copied\n'),
        copyDone(),
        sync(),
      ],
      plain: [parse(failing), bind(), sync()],
      refused: '0A000',
    },
    { send: [query('select count(*) from users')] },
  ],
  'COPY out of a mapped table that is refused': [
    { send: [query("copy users to '/tmp/x'")], plain: [query(failing)], refused: '42501' },
    { send: [query('copy (select hashtext(email) from users) to stdout')], plain: [query(failing)], refused: '0A000' },
    { send: [query('copy user_emails to stdout')], plain: [query(failing)], refused: '42809' },
    { send: [query('select email from users where id = 1')] },
  ],
}

for (const [name, steps] of Object.entries(transcripts)) {
  test(name, () => sameTranscript(twins, steps))
  test(`${name} (byte by byte)`, () =>
    sameTranscript(
      twins,
      steps.map((step) => ({ ...step, bytewise: true })),
    ))
}
