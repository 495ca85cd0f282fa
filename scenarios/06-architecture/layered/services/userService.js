// services/userService.js — business logic: knows neither HTTP nor SQL.

const AppError = require('../app-error.js');

class UserService {
  constructor(userRepo, emailService) {
    this.userRepo = userRepo;
    this.emailService = emailService;
  }

  async getById(id) {
    const user = await this.userRepo.findById(id);
    if (!user) throw new AppError('User not found', 404);
    return user;
  }

  async create(data) {
    if (!data.email) throw new AppError('An email is needed', 400);
    const user = await this.userRepo.create(data);
    await this.emailService.sendWelcome(user.email);
    return user;
  }
}

module.exports = UserService;
