// Questions and answers between the first process and its workers, over the channel that Node.js gives them.
export class Channel {
    #peer;
    #waiting = new Map();
    #count = 0;
    /** Questions of the other side are answered from `answers`; one that throws there fails here, without its reason. */
    constructor(peer, answers) {
        this.#peer = peer;
        peer.hear((given) => {
            const message = given;
            if ('question' in message)
                void this.#answer(message, answers);
            else if ('answer' in message)
                this.#answered(message);
        });
    }
    ask(question, argument, milliseconds = 10_000) {
        this.#count += 1;
        const id = this.#count;
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
            const settle = () => {
                clearTimeout(timer);
                this.#waiting.delete(id);
            };
            this.#waiting.set(id, {
                resolve: (value) => {
                    settle();
                    resolve(value);
                },
                reject: (error) => {
                    settle();
                    reject(error);
                },
            });
            this.#send({ question, id, argument });
        }).finally(() => this.#waiting.delete(id));
    }
    /** The other side has gone: nobody waits any more. */
    close() {
        for (const { reject } of [...this.#waiting.values()])
            reject(new Error('the other process has gone'));
    }
    async #answer({ question, id, argument }, answers) {
        try {
            this.#send({ answer: id, value: await answers[question](argument) });
        }
        catch {
            this.#send({ answer: id, failed: true });
        }
    }
    #answered({ answer, value, failed }) {
        const waiting = this.#waiting.get(answer);
        if (failed === true)
            waiting?.reject(new Error('the other process has failed'));
        else
            waiting?.resolve(value);
    }
    #send(message) {
        this.#peer.send(message);
    }
}
//# sourceMappingURL=channel.js.map