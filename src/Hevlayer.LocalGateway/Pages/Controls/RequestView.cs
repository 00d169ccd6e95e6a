namespace Hevlayer.Local;

/// <summary>A request on its page.</summary>
internal sealed record RequestView(long Number, DateTimeOffset At, string Method, string Target, int Status, string? Cut, double Milliseconds, string? FaultId, string Curl);
