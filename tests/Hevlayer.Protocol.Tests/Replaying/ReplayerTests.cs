namespace Hevlayer.Protocol.Tests.Replaying;

public sealed class ReplayerTests
{
    public static TheoryData<string> Good =>
    [
        "stage d1\nclaim a d1\nwrite a d1\ncomplete a d1",
        "stage d1\nclaim a d1\nrenew a d1\nrenew a d1\nfail a d1",
        "stage d1\nclaim a d1\nrelease a d1\nclaim b d1\nwrite b d1\ncomplete b d1",

        // A stands still, loses its lease, and comes too late.
        "stage d1\nclaim a d1\nfreeze a\nexpire d1\nclaim b d1\nthaw a\nwrite b d1\ncomplete b d1",

        // A's write was on its way when it froze; newer rows keep it out.
        "stage d1\nclaim a d1\nfreeze a\nexpire d1\nclaim b d1\nwrite b d1\nwrite-kept-out a d1\ncomplete b d1",

        // A retried completion is refused for what the first has done.
        "stage d1\nclaim a d1\nwrite a d1\ncomplete a d1\nend-refused a d1",

        // The late write of a dead process, and the look after it.
        "stage d1\nclaim a d1\nstage d1\nclaim b d1\nwrite b d1\ncomplete b d1\ncrash a\nwrite-kept-out a d1\nput-back a d1\nclaim c d1\nwrite c d1\ncomplete c d1",

        // Three workers, four documents, and two crashes.
        "stage d1\nstage d2\nstage d3\nstage d4\nclaim a d1\nclaim b d2\nclaim c d3\ncrash a\ncrash b\nexpire d1\nexpire d2\nclaim c d1\nclaim c d2\nclaim c d4\nwrite c d1\nwrite c d2\nwrite c d3\nwrite c d4\ncomplete c d4\ncomplete c d1\ncomplete c d2\nfail c d3",
        "stage d1\nclaim a d1\ndelete d1\nend-refused a d1\nclaim b d1\nfail b d1",
    ];

    public static TheoryData<string, string> Bad => new()
    {
        { "claim a d1", "claim a d1" },
        { "stage d1\nclaim a d1\nclaim b d1", "claim b d1" },
        { "stage d1\nclaim a d1\ncomplete a d1", "complete a d1" },
        { "stage d1\nclaim a d1\nwrite a d1\nstage d1\ncomplete a d1", "complete a d1" },
        { "stage d1\nclaim a d1\nwrite b d1", "write b d1" },
        { "stage d1\nclaim a d1\nstage d1\nclaim b d1\nwrite b d1\ncomplete b d1\nrelease a d1", "release a d1" },
        { "stage d1\nclaim a d1\nfreeze a\nexpire d1\nrenew a d1", "renew a d1" },
        { "stage d1\ndelete d1\nclaim a d1\nwrite a d1", "write a d1" },
        { "stage d1\nput-back a d1", "put-back a d1" },
        { "thaw a", "thaw a" },
        { "stage d1\nclaim a d1\nwrite a d1\ncomplete a d1\nexpire d1", "expire d1" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Trace_ThatTheProtocolAllows_IsAllowed(string trace)
    {
        var result = Replayer.Replay(TraceReader.Read(trace));

        Assert.True(result.IsAllowed, result.ToString());
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void Trace_ThatTheProtocolForbids_IsRefusedAtTheRightEvent(string trace, string refused)
    {
        var events = TraceReader.Read(trace);

        var result = Replayer.Replay(events);

        Assert.Equal((events.Count - 1, refused), (result.Events, result.Refused?.ToString()));
    }

    [Fact]
    public void Refusal_OfAnEvent_ShowsBothSides()
    {
        var result = Replayer.Replay(TraceReader.Read("stage d1\nclaim a d1\nclaim b d1"));

        Assert.Equal(
            """
            The protocol does not allow event 3: claim b d1
            What was seen before:
              stage d1
              claim a d1
            What the protocol allows here:
              delete d1
              expire d1
              fail a d1
              release a d1
              renew a d1
              stage d1
              write a d1
            Where it takes the document to be:
              embedding, held by a; a is granted
            """.ReplaceLineEndings("\n"),
            result.ToString());
    }
}
