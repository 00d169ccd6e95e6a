using Microsoft.Data.Sqlite;

namespace Hevlayer.Local;

/// <summary>The SQLite file of a log: one table, one row for each entry. Errors of SQLite come as they are.</summary>
internal static class LogFile
{
    private const string Columns = "kind, ticks, method, path, query, content_type, body, draw, traces";

    /// <summary>The entries of a file that somebody saved.</summary>
    /// <exception cref="IOException">It is no saved state.</exception>
    public static IReadOnlyList<StoredEntry> ReadFrom(string path)
    {
        try
        {
            using var connection = LogSchema.Connect(path, SqliteOpenMode.ReadOnly);
            connection.Open();
            LogSchema.CheckIdentity(connection, path);
            LogSchema.CheckWhole(connection, path);
            return [.. Read(connection)];
        }
        catch (SqliteException error)
        {
            throw new IOException($"The file {path} is no saved state of a local gateway: {error.Message}", error);
        }
    }

    public static IEnumerable<StoredEntry> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM entries ORDER BY number";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Entry(reader);
        }
    }

    public static void Append(SqliteConnection connection, IEnumerable<StoredEntry> entries)
    {
        using var transaction = connection.BeginTransaction();
        Insert(connection, transaction, entries);
        transaction.Commit();
    }

    public static void Replace(SqliteConnection connection, IEnumerable<StoredEntry> entries)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "DELETE FROM entries";
        command.ExecuteNonQuery();
        Insert(connection, transaction, entries);
        transaction.Commit();
    }

    public static byte[] Copy(SqliteConnection connection, string through)
    {
        File.Delete(through);
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", through);
            command.ExecuteNonQuery();
            return File.ReadAllBytes(through);
        }
        finally
        {
            File.Delete(through);
        }
    }

    private static StoredEntry Entry(SqliteDataReader reader)
    {
        try
        {
            return new StoredEntry(
                (EntryKind)reader.GetInt32(0),
                reader.GetInt64(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                (byte[])reader[6])
            {
                Draw = reader.IsDBNull(7) ? null : reader.GetString(7),
                Traces = reader.GetInt64(8),
            };
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidCastException or OverflowException)
        {
            throw new IOException($"The state of the local gateway is damaged: {error.Message}", error);
        }
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<StoredEntry> entries)
    {
        using var forget = LogUpkeep.ForgetIdleSweep(connection, transaction);
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO entries ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)";
        SqliteParameter[] parameters = [.. Enumerable.Range(0, 9).Select(index => command.Parameters.Add(new SqliteParameter($"${index}", null)))];
        foreach (var entry in entries)
        {
            object?[] values = [(int)entry.Kind, entry.Ticks, entry.Method, entry.Path, entry.Query, entry.ContentType, entry.Body, entry.Draw, entry.Traces];
            for (var i = 0; i < values.Length; i++)
            {
                parameters[i].Value = values[i] ?? DBNull.Value;
            }

            if (entry.Kind == EntryKind.Sweep)
            {
                forget.ExecuteNonQuery();
            }

            command.ExecuteNonQuery();
        }
    }
}
