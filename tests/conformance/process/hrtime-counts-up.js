const before = process.hrtime();
const big = process.hrtime.bigint();
console.log(before.length, typeof big);
const [seconds, nanoseconds] = process.hrtime(before);
console.log(seconds === 0, nanoseconds > 0, process.hrtime.bigint() > big);
try { process.hrtime(5); } catch (error) { console.log(error.code); }
try { process.hrtime([1]); } catch (error) { console.log(error.code, error.message); }
