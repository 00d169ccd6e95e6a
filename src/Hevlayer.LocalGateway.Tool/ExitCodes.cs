namespace Hevlayer.Local.Tool;

/// <summary>Exit codes of the program.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int CannotListen = 1;
    public const int BadArguments = 2;
}
