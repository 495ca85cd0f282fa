// routes/users.js — thin controller: what is asked for, and how it is answered.

module.exports = function userRoutes(express, userService) {
  const router = express.Router();

  router.get('/:id', async (req, res, next) => {
    try {
      const user = await userService.getById(req.params.id);
      res.json(user);
    } catch (err) {
      next(err);
    }
  });

  router.post('/', async (req, res, next) => {
    try {
      const user = await userService.create(req.body);
      res.status(201).json(user);
    } catch (err) {
      next(err);
    }
  });

  return router;
};
