// @title  One process or four, on one core
// @lesson The same program, but there is one core: four processes take turns on it. A cluster adds no computing power,
// it only uses what is there.
// @cpus 1

require('./load.js')();
