// services/emailService.js — stands for a mail server.

class EmailService {
  async sendWelcome(email) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    console.log(`   mail: welcome, ${email}`);
  }
}

module.exports = EmailService;
