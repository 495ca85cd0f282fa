const { performance: own } = require('perf_hooks');
console.log(own === performance, typeof performance.timeOrigin, performance.now() >= 0);
const mark = performance.mark('a', { startTime: 10 });
performance.mark('b', { startTime: 25, detail: { why: 'test' } });
const measure = performance.measure('a to b', 'a', 'b');
console.log(mark.name, mark.entryType, mark.startTime, measure.duration, performance.getEntriesByName('b')[0].detail);
performance.clearMarks();
console.log(performance.getEntriesByType('mark').length, performance.getEntriesByType('measure').length);
console.log(performance.timerify((a, b) => a + b)(1, 2));
