namespace Hevlayer.Wire.Tests.Faults;

/// <summary>What the server does with one request.</summary>
internal sealed record Reply
{
    /// <summary>Written as they are, headers included.</summary>
    public byte[] Bytes { get; init; } = [];

    public ReplyEnd End { get; init; }

    /// <summary>What is written again and again when the reply ends in <see cref="ReplyEnd.Drip"/>.</summary>
    public byte[] Drop { get; init; } = [];

    /// <summary>Whether the request is read first; without it the connection ends as soon as it is there.</summary>
    public bool ReadsRequest { get; init; } = true;

    /// <summary>The same, but no further than its middle: then nothing more comes.</summary>
    public Reply BrokenOffInTheMiddle() =>
        End == ReplyEnd.Drip ? this : this with { Bytes = Bytes[..(Bytes.Length / 2)], End = ReplyEnd.Silence };
}
