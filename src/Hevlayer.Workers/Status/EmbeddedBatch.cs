namespace Hevlayer.Workers;

/// <summary>A batch that the generator has embedded.</summary>
/// <param name="Texts">Its texts.</param>
/// <param name="Tokens">Their tokens, as the generator reports them, else as they were counted.</param>
/// <param name="Fill">How full it was, from 0 to 1.</param>
/// <param name="Time">How long the generator took.</param>
internal readonly record struct EmbeddedBatch(int Texts, long Tokens, double Fill, TimeSpan Time);
