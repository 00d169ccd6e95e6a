using Hevlayer.Workers.Simulation;
using System.Globalization;

namespace Hevlayer.Workers.Tests.Journals;

public sealed class MemoryJournalTests
{
    [Fact]
    public async Task NewJournal_AfterAnyEvent_CountsLikeTheFile()
    {
        for (var count = 0; count <= Scenario.Events.Length; count++)
        {
            var records = new AttemptRecords();
            var first = new MemoryAttemptJournal(records);
            foreach (var step in Scenario.Events.Take(count))
            {
                await Scenario.PlayAsync(first, step);
            }

            _ = new MemoryAttemptJournal(records);
            var last = new MemoryAttemptJournal(records);

            foreach (var id in Scenario.Ids)
            {
                Assert.Equal(Scenario.Expected(id, count), await last.HistoryAsync(id));
            }

            Assert.Equal(Scenario.Ids.Count(id => Scenario.Expected(id, count).Crashes > 0), (await last.AbandonedIdsAsync()).Count);
        }
    }

    [Fact]
    public void Kept_OfAnyRecords_MakesTheSameRecords()
    {
        var records = Records(new(), ("a", AttemptEventKind.Begun), ("b", AttemptEventKind.Begun), ("c", AttemptEventKind.Failed));
        records.ProcessDied();
        records.Apply(new(AttemptEventKind.Begun, "a", "w2"));

        var again = new AttemptRecords();
        records.Kept().ToList().ForEach(again.Apply);

        Assert.Equal(records.Kept(), again.Kept());
        Assert.Equal(new(0, 1, AttemptState.Open, "w2"), again["a"]);
        Assert.Equal(new(0, 1, AttemptState.Abandoned, "w"), again["b"]);
        Assert.Equal(new(1, 0, AttemptState.Closed, null), again["c"]);
    }

    [Fact]
    public void Records_OfMoreAndMoreDocuments_ForgetTheOldestAndNothingOpen()
    {
        var records = Records(new(mostIdle: 10), ("open", AttemptEventKind.Begun));
        for (var number = 0; number < 1_000; number++)
        {
            records.Apply(new(AttemptEventKind.Failed, number.ToString(CultureInfo.InvariantCulture)));
            Assert.InRange(records.Count, 1, 31);
        }

        Assert.Equal(AttemptState.Open, records["open"].State);
        Assert.Equal(1, records["999"].Attempts);
        Assert.Equal(1, records["991"].Attempts);
        Assert.Equal(0, records["0"].Attempts);
    }

    private static AttemptRecords Records(AttemptRecords records, params (string Id, AttemptEventKind Kind)[] events)
    {
        foreach (var (id, kind) in events)
        {
            records.Apply(new(kind, id, "w"));
        }

        return records;
    }
}
