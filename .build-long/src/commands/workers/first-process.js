import cluster, {} from 'node:cluster';
import { once } from 'node:events';
import { addUp } from '../../observe/metric-text.js';
import { ProcessMetrics } from '../../observe/process-metrics.js';
import { worst } from '../readiness.js';
import { Channel } from './channel.js';
/** A worker that died is replaced at once, but one that can't live is not started in a circle. */
const pauseMilliseconds = 1_000;
const readyMilliseconds = 5_000;
const prepareMilliseconds = 60_000;
export class FirstProcess {
    #config;
    #log;
    #metrics = new ProcessMetrics();
    #members = new Map();
    #replaced = 0;
    #stopping = false;
    constructor(config, log) {
        this.#config = config;
        this.#log = log;
        cluster.setupPrimary({ serialization: 'advanced' });
    }
    get config() {
        return this.#config;
    }
    /** Starts the workers; undefined when the first can't start: it has said why. */
    async start() {
        const first = this.#fork(1);
        const address = await first.started.catch(() => undefined);
        if (address === undefined) {
            this.#stopping = true;
            await first.gone;
            return undefined;
        }
        const others = Array.from({ length: this.#config.workers - 1 }, (_, at) => this.#fork(at + 2));
        await Promise.allSettled(others.map(({ started }) => started));
        return address;
    }
    async connections() {
        const counts = await this.#askAll('connections');
        return counts.reduce((sum, count) => sum + count, 0);
    }
    async stop(milliseconds) {
        this.#stopping = true;
        for (const { channel } of this.#members.values())
            channel.ask('stop', milliseconds).catch(() => undefined);
        const end = setTimeout(() => {
            for (const { worker } of this.#members.values())
                worker.process.kill('SIGKILL');
        }, milliseconds + 10_000);
        await Promise.all([...this.#members.values()].map(({ gone }) => gone));
        clearTimeout(end);
        this.#metrics.close();
    }
    /** The map of all workers or of none: each makes it ready before the first puts it in force. False when one could not. */
    async change(config) {
        const members = [...this.#members.values()];
        for (const [at, member] of members.entries()) {
            if (await this.#prepares(member, config))
                continue;
            for (const { channel } of members.slice(0, at))
                await channel.ask('abort').catch(() => undefined);
            return false;
        }
        this.#config = config;
        await Promise.all(members.map((member) => this.#commits(member, config)));
        return true;
    }
    answers() {
        return {
            alive: async () => (await this.#askAll('alive', undefined, false)).every((alive) => alive),
            ready: () => this.#ready(),
            metrics: async () => [
                ...addUp([...(await this.#askAll('metrics')), this.#metrics.families('0')]),
                gauge('pgseal_workers', 'gauge', 'Processes that serve clients.', this.#members.size),
                gauge('pgseal_worker_replacements_total', 'counter', 'Workers that died and were replaced.', this.#replaced),
            ],
        };
    }
    async #ready() {
        if (this.#stopping)
            return { status: 'unavailable', checks: { process: 'draining' } };
        const looks = this.#askAll('ready', false);
        // What is the same for all is looked at by the first that answers.
        for (const { channel } of this.#members.values()) {
            const deep = await channel.ask('ready', true, readyMilliseconds).catch(() => undefined);
            if (deep !== undefined)
                return worst([deep, ...(await looks)]);
        }
        return { status: 'unavailable', checks: { worker: 'no answer' } };
    }
    /** Answers of those that answer; `missing` in place of the others where it is given. */
    async #askAll(question, argument, missing) {
        const asked = [...this.#members.values()].map(({ channel }) => channel.ask(question, argument, readyMilliseconds));
        const said = await Promise.allSettled(asked);
        const answers = [];
        for (const one of said) {
            if (one.status === 'fulfilled')
                answers.push(one.value);
            else if (missing !== undefined)
                answers.push(missing);
        }
        return answers;
    }
    // A worker that has gone meanwhile does not decide; the one in its place is given what is in force.
    async #prepares({ channel, worker }, config) {
        return channel.ask('prepare', config, prepareMilliseconds).catch(() => worker.isDead());
    }
    async #commits(member, config) {
        member.config = config;
        await member.channel.ask('commit').catch(() => undefined);
    }
    #fork(number) {
        const worker = cluster.fork();
        const began = performance.now();
        let isStarted = () => undefined;
        let isNot = () => undefined;
        const started = new Promise((resolve, reject) => {
            isStarted = resolve;
            isNot = reject;
        });
        started.catch(() => undefined);
        const peer = {
            send: (message) => void worker.send(message, () => undefined),
            hear: (listener) => void worker.on('message', listener),
        };
        const channel = new Channel(peer, {
            assignment: () => {
                member.config = this.#config;
                return { config: member.config, worker: number };
            },
            started: async (address) => {
                // The map may have changed since it was given one.
                if (member.config !== this.#config && (await this.#prepares(member, this.#config))) {
                    await this.#commits(member, this.#config);
                }
                isStarted(address);
            },
            find: (key) => this.#find(key, number),
            end: ({ worker: other, token }) => this.#members.get(other)?.channel.ask('end', token),
        });
        const gone = once(worker, 'exit').then(([code]) => {
            channel.close();
            isNot(new Error('the worker has ended'));
            this.#members.delete(number);
            void this.#replace(number, performance.now() - began);
            return Number(code ?? 1);
        });
        const member = { number, worker, channel, config: this.#config, started, gone };
        this.#members.set(number, member);
        return member;
    }
    async #replace(number, livedMilliseconds) {
        if (this.#stopping)
            return;
        this.#replaced += 1;
        this.#log.workerReplaced({ worker: number });
        if (livedMilliseconds < pauseMilliseconds)
            await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
        if (!this.#stopping)
            this.#fork(number);
    }
    /** In the workers beside the one that asks. */
    async #find(key, asking) {
        const others = [...this.#members.values()].filter(({ number }) => number !== asking);
        const found = await Promise.all(others.map(({ channel }) => channel.ask('find', key, 1_000).catch(() => undefined)));
        return found.find((wait) => wait !== undefined);
    }
}
function gauge(name, type, help, value) {
    return { name, type, help, samples: [{ labels: {}, value }] };
}
//# sourceMappingURL=first-process.js.map