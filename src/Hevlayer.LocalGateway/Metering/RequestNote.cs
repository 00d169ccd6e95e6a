namespace Hevlayer.Local;

/// <summary>A request that was answered, without its headers: they may hold a key.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When it came.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query as they stood on the wire.</param>
/// <param name="ContentType">Type of its body; null where there was none.</param>
/// <param name="Body">Its body; null where there was none, where it is long or no text, and where it may hold a key.</param>
/// <param name="Bytes">Length of its body.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="Cut">How the answer was cut off; null when it was not.</param>
/// <param name="Milliseconds">Time to the answer by the gateway's clock.</param>
/// <param name="FaultId">The fault that struck it; null for none.</param>
internal sealed record RequestNote(
    long Number,
    DateTimeOffset At,
    string Method,
    string Target,
    string? ContentType,
    string? Body,
    int Bytes,
    int Status,
    string? Cut,
    double Milliseconds,
    string? FaultId);
