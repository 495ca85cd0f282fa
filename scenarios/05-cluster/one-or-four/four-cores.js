// @title  One process or four, on four cores
// @lesson One Node process computes on one core, however many the machine has. Four processes behind one port answer
// the same sixteen requests in about a quarter of the time.
// @cpus 4

require('./load.js')();
