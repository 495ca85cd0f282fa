// repositories/userRepo.js — data access only: the one place that knows SQL and the database's errors.

const AppError = require('../app-error.js');

class UserRepository {
  constructor(db) {
    this.db = db;
  }

  async findById(id) {
    const rows = await this.db.query('SELECT * FROM users WHERE id = $1', [id]);
    return rows[0];
  }

  async create({ name, email }) {
    try {
      const rows = await this.db.query('INSERT INTO users (name, email) VALUES ($1, $2) RETURNING *', [name, email]);
      return rows[0];
    } catch (error) {
      if (error.code === 'SQLITE_CONSTRAINT') throw new AppError('That email is taken', 409, error);
      throw error;
    }
  }
}

module.exports = UserRepository;
