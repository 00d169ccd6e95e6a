using Microsoft.Data.Sqlite;

namespace Hevlayer.Local;

/// <summary>Opens the SQLite files of logs, and knows one of ours.</summary>
internal static class LogSchema
{
    private const int Version = 1;
    private const int Identity = 0x48564C47;

    // With WAL and NORMAL a commit is in the hands of the system: it outlives the process, whenever that ends.
    private static readonly string Setup = $"""
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA application_id = {Identity};
        PRAGMA user_version = {Version};
        CREATE TABLE IF NOT EXISTS entries (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, ticks INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, query TEXT NOT NULL, content_type TEXT, body BLOB NOT NULL, draw TEXT, traces INTEGER NOT NULL);
        """;

    /// <summary>Opens a file for writing, for this process alone, and makes it when it is missing.</summary>
    /// <exception cref="IOException">It is in use, no file of ours, or cannot be opened.</exception>
    public static SqliteConnection Create(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Open();
            if (Scalar(connection, "SELECT count(*) FROM sqlite_master") > 0)
            {
                CheckIdentity(connection, path);
                CheckWhole(connection, path);
            }

            Execute(connection, Setup);
            return connection;
        }
        catch (IOException)
        {
            connection.Dispose();
            throw;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new IOException($"The state in {path} cannot be opened, or another gateway has it: {error.Message}", error);
        }
    }

    public static SqliteConnection Connect(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());

    public static void CheckIdentity(SqliteConnection connection, string path)
    {
        if (Scalar(connection, "PRAGMA application_id") != Identity || Scalar(connection, "PRAGMA user_version") != Version)
        {
            throw new IOException($"The file {path} is no state of a local gateway of this version.");
        }
    }

    /// <summary>Finds what no reader of entries would, before any of them counts.</summary>
    /// <exception cref="IOException">The file is damaged.</exception>
    public static void CheckWhole(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        if (command.ExecuteScalar() is not "ok")
        {
            throw new IOException($"The state in {path} is damaged.");
        }
    }

    public static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
