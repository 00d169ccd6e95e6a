using System.Globalization;
using System.Reflection;
using Refit;

namespace Hevlayer;

/// <summary>Writes values into routes and queries as the gateway reads them, whatever the machine's culture.</summary>
internal sealed class UrlValueFormatter : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
