// @title  Closing and telling clients so
// @lesson A response with "Connection: close" is the last on its connection. A server that sends it once it has been
// told to end is closed as soon as the requests under way are answered. Whoever asks after that is refused: another
// process has to be there by then.
// @client http://localhost:3000/ name=regulars concurrency=3 think=20ms keep-alive for=1s

require('./server.js').run({ tellsThemToGo: true });
