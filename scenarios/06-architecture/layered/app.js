// The one file that knows all layers, and puts them together from the bottom up.

const db = require('./db.js');
const userRoutes = require('./routes/users.js');
const EmailService = require('./services/emailService.js');
const UserRepository = require('./repositories/userRepo.js');
const UserService = require('./services/userService.js');

module.exports = function makeApp(express) {
  const userService = new UserService(new UserRepository(db), new EmailService());
  const app = express();
  app.use(express.json());
  app.use('/users', userRoutes(express, userService));

  app.use((err, req, res, next) => {
    const status = err.statusCode || 500;
    const message = err.isOperational ? err.message : 'Internal server error';
    if (!err.isOperational) console.log('   for the log:', err.message);
    res.status(status).json({ error: message });
  });
  return app;
};
