import {
  type DatabaseConnection,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from "kysely";

/** Where in PostgreSQL processes tell each other that this site has changed. */
export const changesChannel = "essaim_changed";

/** Calls `changed` when a transaction that it began has committed a notice of change, before its caller goes on: who writes reads it at once. */
export class HeedingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #changed: () => void;

  constructor(config: PostgresDialectConfig, changed: () => void) {
    super(config);
    this.#config = config;
    this.#changed = changed;
  }

  override createDriver(): PostgresDriver {
    return new HeedingDriver(this.#config, this.#changed);
  }
}

class HeedingDriver extends PostgresDriver {
  readonly #changed: () => void;
  readonly #heard = new WeakSet<DatabaseConnection>();
  readonly #noticed = new WeakSet<DatabaseConnection>();

  constructor(config: PostgresDialectConfig, changed: () => void) {
    super(config);
    this.#changed = changed;
  }

  override async acquireConnection(...[options]: Parameters<PostgresDriver["acquireConnection"]>) {
    const connection = await super.acquireConnection(options);
    if (!this.#heard.has(connection)) this.#hear(connection);
    return connection;
  }

  // The driver keeps what it needs in this very object, so that it cannot be wrapped in another.
  #hear(connection: DatabaseConnection): void {
    this.#heard.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = (query, options) => {
      if (query.sql.includes(changesChannel)) this.#noticed.add(connection);
      return execute(query, options);
    };
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    this.#noticed.delete(connection);
    await super.beginTransaction(connection, settings);
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    if (this.#noticed.delete(connection)) this.#changed();
  }
}
