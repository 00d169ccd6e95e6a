namespace Hevlayer.Local;

/// <summary>A value with its labels; <c>__name__</c> is the metric's name where it still counts.</summary>
internal sealed record PromSample(IReadOnlyDictionary<string, string> Labels, double Value);
