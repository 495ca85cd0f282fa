// @title  Closing while clients keep their connections
// @lesson server.close() ends idle connections and waits for the others. Clients that keep their connections go on
// asking on them, so a busy server is not closed until they have had enough: here until the load is over.
// @client http://localhost:3000/ name=regulars concurrency=3 think=20ms keep-alive for=1s

require('./server.js').run({ tellsThemToGo: false });
