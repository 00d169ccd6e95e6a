namespace Hevlayer.Conventions.Tests;

/// <summary>A message of the shop's queue.</summary>
internal sealed record Product(string Id, string Text);
