// The application and its users: `express` is Express, or tiny-express.js.

const visit = require('../../shared/visit.js');
const AppError = require('./app-error.js');

const rows = { ada: { id: 'ada', name: 'Ada' } };
const db = {
  async findUser(id) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (id === 'offline') throw new Error('no connection to 10.0.0.5:5432');
    return rows[id];
  },
};

async function getUser(id) {
  try {
    const user = await db.findUser(id);
    if (!user) throw new AppError('User not found', 404);
    return user;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('Database error', 500, error);
  }
}

function serve(express) {
  const app = express();

  app.get('/users/:id', async (req, res, next) => {
    try {
      res.json(await getUser(req.params.id));
    } catch (error) {
      next(error);
    }
  });

  app.get('/bug', () => {
    const settings = undefined;
    return settings.theme;
  });

  app.use((err, req, res, next) => {
    const status = err.statusCode || 500;
    const message = err.isOperational ? err.message : 'Internal server error';

    // Log for debugging (but don't expose to client)
    if (!err.isOperational) {
      console.error('Unexpected error:', err.message);
    } else if (err.cause) {
      console.error(`${err.message}, because:`, err.cause.message);
    }

    res.status(status).json({ error: message });
  });

  const server = app.listen(0, '127.0.0.1', async () => {
    await visit(server, [['GET', '/users/ada'], ['GET', '/users/bob'], ['GET', '/users/offline'], ['GET', '/bug']]);
    server.close();
  });
}

module.exports = serve;
