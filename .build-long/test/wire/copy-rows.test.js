import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CopyBinaryRows } from '../../src/wire/copy-binary-rows.js';
import { CopyCsvRows, CopyTextRows } from '../../src/wire/copy-lines.js';
const text = {
    delimiter: 9,
    quote: 0x22,
    escaping: 0x22,
    nullText: Buffer.from('\\N'),
    defaultText: undefined,
    endMarkerInCsv: true,
};
const csv = { ...text, delimiter: 0x2c, nullText: Buffer.alloc(0) };
function read(rows, chunks) {
    const read = [];
    const take = () => {
        while (rows.next()) {
            read.push(Array.from({ length: rows.count }, (_, at) => (rows.isNull(at) ? null : rows.value(at).toString('latin1'))));
        }
    };
    for (const chunk of chunks) {
        rows.push(chunk);
        take();
    }
    rows.end();
    take();
    return read;
}
const samples = [
    [
        'text',
        () => new CopyTextRows(text),
        Buffer.from('1\ta\\tb\\\\c\\x41\\101\\z\n\\N\t\\\n\n3\t\n\\.\nrest\t'),
        [
            ['1', 'a\tb\\cAAz'],
            [null, '\n'],
            ['3', ''],
        ],
    ],
    [
        'text with CRLF, without a last line end',
        () => new CopyTextRows(text),
        Buffer.from('1\ta\r\n2\tb'),
        [
            ['1', 'a'],
            ['2', 'b'],
        ],
    ],
    [
        'csv',
        () => new CopyCsvRows(csv),
        Buffer.from('1,"a,""b""\r\nc"\r\n,""\r\n2,x"y z"w\r\n\\.\r\nrest'),
        [
            ['1', 'a,"b"\r\nc'],
            [null, ''],
            ['2', 'xy zw'],
        ],
    ],
    [
        'csv with another escape',
        () => new CopyCsvRows({ ...csv, quote: 0x27, escaping: 0x5c }),
        Buffer.from("1,'it\\'s \\\\ \\n'\n"),
        [['1', "it's \\ \\n"]],
    ],
    [
        'binary',
        () => new CopyBinaryRows(),
        Buffer.concat([
            Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\x02xx', 'latin1'),
            Buffer.from('\0\x02\0\0\0\x01a\xff\xff\xff\xff\0\x02\0\0\0\0\0\0\0\x02bc\xff\xff', 'latin1'),
        ]),
        [
            ['a', null],
            ['', 'bc'],
        ],
    ],
];
for (const [name, make, data, expected] of samples) {
    test(`A74: rows of ${name} wherever the data are cut`, () => {
        assert.deepEqual(read(make(), [data]), expected);
        assert.deepEqual(read(make(), Array.from(data, (byte) => Buffer.from([byte]))), expected);
        for (let cut = 1; cut < data.length; cut++) {
            assert.deepEqual(read(make(), [data.subarray(0, cut), data.subarray(cut)]), expected, `cut at ${cut}`);
        }
    });
}
for (const [name, make, data, message] of [
    ['a marker behind data', () => new CopyTextRows(text), 'a\\.\n', /end-of-copy marker/],
    ['another line end', () => new CopyTextRows(text), 'a\nb\rc\n', /literal carriage return/],
    ['a newline after CR', () => new CopyTextRows(text), 'a\rb\n', /literal newline/],
    ['an open quote', () => new CopyCsvRows(csv), 'a,"b\n', /unterminated CSV quoted field/],
    ['another line end in csv', () => new CopyCsvRows(csv), 'a\r\nb\nc', /unquoted newline/],
    ['no signature', () => new CopyBinaryRows(), 'PGCOPX\n\xff\r\n\0\0\0\0\0\0\0\0\0', /signature/],
    ['a critical flag', () => new CopyBinaryRows(), 'PGCOPY\n\xff\r\n\0\0\x01\0\0\0\0\0\0', /critical flags/],
    [
        'a row cut off',
        () => new CopyBinaryRows(),
        'PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\x05ab',
        /unexpected EOF/,
    ],
]) {
    test(`refuses ${name}`, () => {
        assert.throws(() => read(make(), [Buffer.from(data, 'latin1')]), message);
    });
}
test('a long row that comes in small pieces is not read again for each', () => {
    const rows = new CopyTextRows(text);
    const piece = Buffer.alloc(1024, 0x61);
    const started = performance.now();
    for (let at = 0; at < 16 * 1024; at++) {
        rows.push(piece);
        assert.equal(rows.next(), false);
    }
    rows.push(Buffer.from('\n'));
    rows.end();
    assert.equal(rows.next(), true);
    assert.equal(rows.value(0).length, 16 * 1024 * 1024);
    assert.ok(performance.now() - started < 5000);
});
//# sourceMappingURL=copy-rows.test.js.map