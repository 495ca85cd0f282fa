// @title  Forty visitors and one process
// @lesson Visitors come at a rate of their own, 100 a second, whatever becomes of those before them. One process
// computes 20 ms for each, so it can answer 50 a second: the queue grows, and each visitor waits longer than the
// one before.
// @cpus 4
// @client http://localhost:3000/ name=visitors rate=100/s for=400ms start=500ms

require('./server.js').run(1, 40);
