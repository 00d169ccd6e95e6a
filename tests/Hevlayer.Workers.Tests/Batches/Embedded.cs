namespace Hevlayer.Workers.Tests;

/// <summary>What became of the texts of one document.</summary>
internal sealed class Embedded
{
    public IReadOnlyList<ReadOnlyMemory<float>>? Vectors { get; set; }

    public Exception? Error { get; set; }

    public TimeSpan? EndedAt { get; set; }

    public void AssertIsOf(params IEnumerable<string> texts)
    {
        Assert.Null(Error);
        Assert.Equal(texts.Select(ScriptedGenerator.VectorOf), Vectors!.Select(static vector => vector.ToArray()));
    }
}
