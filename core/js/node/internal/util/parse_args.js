'use strict';

// Source: Node.js documentation "util.parseArgs([config])".

const {
  ArrayPrototypePush,
  ArrayPrototypeSlice,
  ObjectKeys,
  ObjectPrototypeHasOwnProperty,
  StringPrototypeIndexOf,
  StringPrototypeSlice,
  StringPrototypeStartsWith,
} = primordials;
const { codes } = require('internal/errors');
const {
  validateArray,
  validateBoolean,
  validateBooleanArray,
  validateObject,
  validateString,
  validateStringArray,
  validateUnion,
} = require('internal/validators');
const { kEmptyObject } = require('internal/util');

function own(object, key, fallback = undefined) {
  return ObjectPrototypeHasOwnProperty(object, key) ? object[key] : fallback;
}

// What node itself or an embedder put before the script's own arguments is not parsed.
function mainArgs() {
  return ArrayPrototypeSlice(process.argv, 2);
}

function requireDefault(value, type, multiple, name) {
  if (multiple) (type === 'string' ? validateStringArray : validateBooleanArray)(value, name);
  else (type === 'string' ? validateString : validateBoolean)(value, name);
}

function requireOption(name, option) {
  const where = `options.${name}`;
  validateObject(option, where);
  const type = own(option, 'type');
  validateUnion(type, `${where}.type`, ['string', 'boolean']);
  if (ObjectPrototypeHasOwnProperty(option, 'short')) {
    validateString(option.short, `${where}.short`);
    if (option.short.length !== 1) {
      throw new codes.ERR_INVALID_ARG_VALUE(
        `${where}.short`, option.short, 'must be a single character');
    }
  }
  const multiple = own(option, 'multiple');
  if (ObjectPrototypeHasOwnProperty(option, 'multiple'))
    validateBoolean(multiple, `${where}.multiple`);
  const fallback = own(option, 'default');
  if (fallback !== undefined) requireDefault(fallback, type, multiple, `${where}.default`);
}

class Parser {
  constructor(config) {
    this.strict = own(config, 'strict', true);
    this.allowPositionals = own(config, 'allowPositionals', !this.strict);
    this.allowNegative = own(config, 'allowNegative', false);
    this.options = own(config, 'options', { __proto__: null });
    this.tokens = [];
    this.shorts = { __proto__: null };
  }

  typeOf(name) {
    return own(own(this.options, name, kEmptyObject), 'type');
  }

  takesValue(name) {
    return this.typeOf(name) === 'string';
  }

  option(name, rawName, index, value, inlineValue) {
    ArrayPrototypePush(this.tokens, { kind: 'option', name, rawName, index, value, inlineValue });
  }

  positional(index, value) {
    ArrayPrototypePush(this.tokens, { kind: 'positional', index, value });
  }

  // Appends the tokens of all arguments.
  tokenize(args) {
    for (let i = 0; i < args.length; i++) {
      const arg = args[i];
      if (typeof arg !== 'string' || arg === '-' || arg[0] !== '-') {
        this.positional(i, arg);
      } else if (arg === '--') {
        ArrayPrototypePush(this.tokens, { kind: 'option-terminator', index: i });
        while (++i < args.length) this.positional(i, args[i]);
      } else if (arg[1] === '-') {
        i += this.longOption(arg, i, args);
      } else {
        i += this.shortOptions(arg, i, args);
      }
    }
  }

  // The value that the next argument is, if the option wants one and it can be one.
  nextValue(name, index, args) {
    if (!this.takesValue(name)) return undefined;
    const next = args[index + 1];
    return next === null ? undefined : next;
  }

  longOption(arg, index, args) {
    const equals = StringPrototypeIndexOf(arg, '=');
    if (equals > 2) {
      const name = StringPrototypeSlice(arg, 2, equals);
      this.option(name, `--${name}`, index, StringPrototypeSlice(arg, equals + 1), true);
      return 0;
    }
    const name = StringPrototypeSlice(arg, 2);
    const value = this.nextValue(name, index, args);
    this.option(name, arg, index, value, value === undefined ? undefined : false);
    return value === undefined ? 0 : 1;
  }

  // "-abc" is -a -b -c, until one takes a value: then the rest is that value.
  shortOptions(arg, index, args) {
    for (let i = 1; i < arg.length; i++) {
      const short = arg[i];
      const name = this.shorts[short] ?? short;
      if (this.takesValue(name) && i + 1 < arg.length) {
        this.option(name, `-${short}`, index, StringPrototypeSlice(arg, i + 1), true);
        return 0;
      }
      const value = i + 1 === arg.length ? this.nextValue(name, index, args) : undefined;
      this.option(name, `-${short}`, index, value, value === undefined ? undefined : false);
      if (value !== undefined) return 1;
    }
    return 0;
  }

  // "--no-color" sets color to false, where that is allowed: the name, else undefined.
  negatedName({ name, rawName }) {
    const negates = this.allowNegative && StringPrototypeStartsWith(rawName, '--no-');
    return negates ? StringPrototypeSlice(name, 3) : undefined;
  }

  // How the option is written in messages: "-b, --b".
  display(name) {
    const short = own(own(this.options, name, kEmptyObject), 'short');
    return short === undefined ? `--${name}` : `-${short}, --${name}`;
  }

  requireUsable(token) {
    let { name } = token;
    if (!ObjectPrototypeHasOwnProperty(this.options, name)) {
      const negated = this.negatedName(token);
      if (negated === undefined || this.typeOf(negated) !== 'boolean')
        throw new codes.ERR_PARSE_ARGS_UNKNOWN_OPTION(token.rawName, this.allowPositionals);
      name = negated;
    }
    const isString = this.takesValue(name);
    if (isString && typeof token.value !== 'string') {
      throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
        `Option '${this.display(name)} <value>' argument missing`);
    }
    if (!isString && token.value !== undefined && token.value !== null) {
      throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
        `Option '${this.display(name)}' does not take an argument`);
    }
  }

  // "--b -x": was -x meant as the value of --b?
  requireUnambiguous({ rawName, name, value, inlineValue }) {
    if (inlineValue || typeof value !== 'string' || value.length < 2 || value[0] !== '-') return;
    const example = StringPrototypeStartsWith(rawName, '--') ? `'${rawName}=-XYZ'` :
      `'--${name}=-XYZ' or '${rawName}-XYZ'`;
    throw new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(
      `Option '${rawName}' argument is ambiguous.\n` +
      `Did you forget to specify the option argument for '${rawName}'?\n` +
      `To specify an option argument starting with a dash use ${example}.`);
  }

  store(values, name, value) {
    if (name === '__proto__') return;
    if (!own(own(this.options, name, kEmptyObject), 'multiple')) values[name] = value;
    else if (values[name] === undefined) values[name] = [value];
    else ArrayPrototypePush(values[name], value);
  }

  collect() {
    const values = { __proto__: null };
    const positionals = [];
    for (let i = 0; i < this.tokens.length; i++) {
      const token = this.tokens[i];
      if (token.kind === 'positional') {
        if (!this.allowPositionals)
          throw new codes.ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
        ArrayPrototypePush(positionals, token.value);
      } else if (token.kind === 'option') {
        if (this.strict) {
          this.requireUsable(token);
          this.requireUnambiguous(token);
        }
        const negated = token.value === undefined ? this.negatedName(token) : undefined;
        if (negated !== undefined) token.name = negated;
        this.store(values, token.name, negated !== undefined ? false : token.value ?? true);
      }
    }
    this.addDefaults(values);
    return { values, positionals };
  }

  addDefaults(values) {
    const names = ObjectKeys(this.options);
    for (let i = 0; i < names.length; i++) {
      const fallback = own(this.options[names[i]], 'default');
      if (fallback !== undefined && values[names[i]] === undefined) values[names[i]] = fallback;
    }
  }
}

function parseArgs(config = kEmptyObject) {
  const args = own(config, 'args') ?? mainArgs();
  const wantsTokens = own(config, 'tokens', false);
  const parser = new Parser(config);
  validateArray(args, 'args');
  validateBoolean(parser.strict, 'strict');
  validateBoolean(parser.allowPositionals, 'allowPositionals');
  validateBoolean(wantsTokens, 'tokens');
  validateBoolean(parser.allowNegative, 'allowNegative');
  validateObject(parser.options, 'options');
  const names = ObjectKeys(parser.options);
  for (let i = 0; i < names.length; i++) {
    const option = parser.options[names[i]];
    requireOption(names[i], option);
    if (own(option, 'short') !== undefined) parser.shorts[option.short] = names[i];
  }
  parser.tokenize(args);
  const { values, positionals } = parser.collect();
  const result = { values, positionals };
  if (wantsTokens) result.tokens = parser.tokens;
  return result;
}

module.exports = { parseArgs };
