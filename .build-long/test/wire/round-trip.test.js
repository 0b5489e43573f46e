import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PgsealError } from '../../src/errors.js';
import { Random } from '../support/random.js';
import { backendCodecs, bodyOf, example, frontendCodecs, startupCodecs } from './every-message.js';
for (const codec of [...frontendCodecs, ...startupCodecs, ...backendCodecs]) {
    test(`${codec.name} comes back from its bytes, and its bytes from it`, () => {
        const random = new Random(7);
        for (let i = 0; i < 200; i++) {
            const { message, frame } = example(codec, random);
            if (codec.code !== undefined)
                assert.equal(frame[0], codec.code);
            const lengthAt = codec.code === undefined ? 0 : 1;
            assert.equal(frame.readInt32BE(lengthAt), frame.length - lengthAt);
            const decoded = codec.decode(bodyOf(codec, frame));
            if (codec.name === 'StartupMessage')
                continue;
            assert.deepEqual(decoded, message);
            assert.deepEqual(codec.encode(decoded), frame);
        }
    });
    test(`${codec.name} is refused when cut short or followed by more, and junk raises protocolViolation alone`, () => {
        const random = new Random(11);
        const open = ['CopyData', 'PasswordMessage', 'Authentication', 'CancelRequest', 'BackendKeyData'];
        for (let i = 0; i < 300; i++) {
            const body = bodyOf(codec, example(codec, random).frame);
            if (!open.includes(codec.name)) {
                refused(() => codec.decode(Buffer.concat([body, Buffer.from([0])])));
                for (let cut = 0; cut < body.length; cut++)
                    refused(() => codec.decode(body.subarray(0, cut)));
            }
            const junk = random.below(2) === 0 ? random.bytes(random.below(60)) : Buffer.from(body);
            if (junk.length > 0)
                junk[random.below(junk.length)] = random.below(256);
            try {
                const decoded = codec.decode(junk);
                assert.deepEqual(bodyOf(codec, codec.encode(decoded)), junk, 'what decodes encodes to the same bytes');
            }
            catch (error) {
                if (!(error instanceof PgsealError))
                    throw error;
                assert.equal(error.errorName, 'protocolViolation');
            }
        }
    });
}
function refused(run) {
    assert.throws(run, (error) => error instanceof PgsealError && error.errorName === 'protocolViolation');
}
//# sourceMappingURL=round-trip.test.js.map