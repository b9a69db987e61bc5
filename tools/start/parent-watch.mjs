// Loaded before the server: kill -9 of the bootstrap must not leave a server that holds the port and the data.
const parent = process.ppid;

const timer = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(timer);
  process.kill(process.pid, 'SIGTERM');
}, 200);
timer.unref();
