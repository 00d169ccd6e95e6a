namespace Hevlayer.Workers.Tests;

/// <summary>Inputs of a function: a text, and a number that a row may lack.</summary>
internal sealed record Article(string Text, int? Year = null);
