// What failed is the cause.
import net from 'node:net';

const server = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  server.close(async () => {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
    } catch (error) {
      console.log(error.name, error.message, Object.keys(error));
      const { message, code, syscall, address, errno } = error.cause;
      console.log(message.replace(port, 'PORT'), code, syscall, address, errno, error.cause.port === port);
    }
  });
});
