namespace Hevlayer.Workers.Tests.Sources;

/// <summary>What one receipt of a message is known by.</summary>
/// <param name="Message">The message.</param>
/// <param name="ReceiveCount">Which receipt.</param>
internal sealed record QueueReceipt(QueuedUpdate Message, int ReceiveCount);
