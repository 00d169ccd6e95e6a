using Microsoft.Data.Sqlite;

namespace Hevlayer.Local;

/// <summary>Takes out of a log what no reply depends on any more. Errors of SQLite come as they are.</summary>
internal static class LogUpkeep
{
    private const long LeastToFree = 1 << 20;

    // Chunks that were staged again are read by nobody. Their entry stays, because it counts and orders; its body goes.
    private static readonly string Thin = $$"""
        UPDATE entries SET body = CAST('{"chunks":[]}' AS BLOB)
        WHERE {{Stagings}} AND length(body) > length('{"chunks":[]}')
          AND number NOT IN (SELECT max(number) FROM entries WHERE {{Stagings}} GROUP BY path)
        """;

    private static readonly string LastIdleSweep = $"number = (SELECT max(number) FROM entries) AND kind = {(int)EntryKind.Sweep} AND path = '{StoredEntry.FoundNothing}'";

    private static string Stagings => $"kind = {(int)EntryKind.Call} AND method = 'PUT' AND path LIKE '/v2/pipelines/%/documents/%' AND path NOT LIKE '/v2/pipelines/%/documents/%/%'";

    /// <summary>
    /// A command that takes out the last entry if it is a sweep that found nothing: with nothing between them, the next sweep
    /// stands for both. So a gateway where nobody does anything writes no longer log, however long it runs.
    /// </summary>
    public static SqliteCommand ForgetIdleSweep(SqliteConnection connection, SqliteTransaction transaction)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"DELETE FROM entries WHERE {LastIdleSweep}";
        return command;
    }

    /// <summary>Drops what was replaced, and gives the room back once it is worth the while. Whenever the process ends, all of it is done or none.</summary>
    public static void Compact(SqliteConnection connection)
    {
        LogSchema.Execute(connection, Thin);
        if (LogSchema.Scalar(connection, "PRAGMA freelist_count") * LogSchema.Scalar(connection, "PRAGMA page_size") >= LeastToFree)
        {
            LogSchema.Execute(connection, "VACUUM");
        }
    }
}
