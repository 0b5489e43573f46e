import cliProgress from 'cli-progress';
/** Shows how far a job is: a bar on a terminal, JSON lines on stderr elsewhere, at most one a second within a phase. */
export function showProgress() {
    if (process.stderr.isTTY === true)
        return progressBar();
    let [lastPlace, lastTime] = ['', 0];
    return {
        show: (progress) => {
            const place = `${progress.phase} ${progress.table}`;
            if (place === lastPlace && Date.now() - lastTime < 1000)
                return;
            lastPlace = place;
            lastTime = Date.now();
            process.stderr.write(`${JSON.stringify({ event: 'progress', ...progress })}\n`);
        },
        end: () => undefined,
    };
}
function progressBar() {
    const bar = new cliProgress.SingleBar({
        format: '{phase} {table} [{bar}] {value} rows',
        stream: process.stderr,
        clearOnComplete: true,
        hideCursor: true,
    });
    let place = '';
    return {
        show: ({ phase, table, rows, total }) => {
            const bound = Math.max(total, rows, 1);
            if (`${phase} ${table}` !== place) {
                bar.stop();
                bar.start(bound, rows, { phase, table });
                place = `${phase} ${table}`;
            }
            else {
                bar.setTotal(bound);
                bar.update(rows);
            }
        },
        end: () => bar.stop(),
    };
}
//# sourceMappingURL=progress.js.map