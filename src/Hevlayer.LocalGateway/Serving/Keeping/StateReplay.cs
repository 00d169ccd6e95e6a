using System.Text;

namespace Hevlayer.Local;

/// <summary>Makes a state by doing again what a log says.</summary>
internal static class StateReplay
{
    /// <summary>The state after all entries; a clock that can be set is set to the time of the last one at least.</summary>
    /// <exception cref="IOException">An entry cannot be done again.</exception>
    public static GatewayRules Build(LocalGatewayOptions options, StampedClock clock, IEnumerable<StoredEntry> entries)
    {
        var rules = new GatewayRules(options.WithClock(clock));
        var last = 0L;
        foreach (var entry in entries)
        {
            last = Math.Max(last, entry.Ticks);
            if (!IsRepeated(rules, entry))
            {
                throw new IOException($"The saved state cannot be made again: {entry.Method} {entry.Path} was done once and is refused now.");
            }

            rules.State.Traces.NoFewerThan(entry.Traces);
        }

        clock.NoEarlierThan(last);
        if (options.TimeProvider is LocalClock local && last > local.GetUtcNow().UtcTicks)
        {
            local.Advance(TimeSpan.FromTicks(last - local.GetUtcNow().UtcTicks));
        }

        return rules;
    }

    private static bool IsRepeated(GatewayRules rules, StoredEntry entry)
    {
        try
        {
            return StampedClock.At(entry.Ticks, () => Repeat(rules, entry));
        }
        catch (Exception error) when (error is not IOException)
        {
            throw new IOException($"The saved state is damaged: {entry.Method} {entry.Path} cannot be done again: {error.Message}", error);
        }
    }

    private static bool Repeat(GatewayRules rules, StoredEntry entry)
    {
        var state = rules.State;
        switch (entry.Kind)
        {
            case EntryKind.Call:
                return Call(rules, entry);
            case EntryKind.Sweep:
                state.Functions.SweepDue();
                return true;
            case EntryKind.Search:
                state.History.Restore(HistoryNotes.Search(entry.Body));
                return true;
            case EntryKind.Click:
                state.History.Restore(WireJson.Read<ClickstreamEvent>(entry.Body));
                return true;
            case EntryKind.KeySeen:
                state.Keys.See(entry.Path);
                return true;
            case EntryKind.LostChunks:
                state.Pipelines.Find(entry.Path)?.LoseChunks(Encoding.UTF8.GetString(entry.Body));
                return true;
            default:
                return entry.Kind == EntryKind.End;
        }
    }

    private static bool Call(GatewayRules rules, StoredEntry entry)
    {
        rules.State.Notes.Given = entry.Draw;
        var answer = rules.Answer(
            new GatewayRequest(entry.Method, entry.Path, entry.Query, name => name == "Content-Type" ? entry.ContentType : null, entry.Body),
            isOurs: true,
            out var operation);
        rules.State.Notes.Given = null;
        return operation is not null && LoggedCalls.Contain(operation, answer);
    }
}
