// Preloaded into the server: its standard input is the launcher's end of a pipe, which closes however the launcher ends.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
process.stdin.unref();
