namespace Hevlayer;

/// <summary>What a call returned, and what its reply said beside that; can be deconstructed into both.</summary>
/// <typeparam name="T">What the call returns.</typeparam>
/// <param name="Value">What the call returned.</param>
/// <param name="Metadata">
/// Metadata of the last reply that the call read: a helper may make several requests, and the last one decides. Null when
/// it made none, as a stand-in for the client does.
/// </param>
public readonly record struct Response<T>(T Value, ResponseMetadata? Metadata);
